using System.Text.RegularExpressions;
using Whisper.net.Logger;
using Yttl.Whisper.Logging;

namespace Yttl.Whisper.Recognition;

/// <summary>
/// Records the native library's log during loading: only there does it name the device of the weights.
/// </summary>
internal sealed partial class NativeJournal(ILogger logger)
{
    public string? Device { get; private set; }

    /// <summary>The first error is the cause; later ones follow from it.</summary>
    public string? FirstError { get; private set; }

    /// <summary>Called from native code: must not throw.</summary>
    public void Add(WhisperLogLevel level, string? line)
    {
        if (line?.Trim() is not { Length: > 0 } text)
            return;
        Log.Native(logger, text);
        if (level == WhisperLogLevel.Error)
            FirstError ??= text;
        if (Weights().Match(text) is { Success: true } match
            && Device?.StartsWith("CPU", StringComparison.Ordinal) != false)
            Device = match.Groups[1].Value;
    }

    // whisper_model_load, whisper.cpp 1.8: "CUDA0 total size =  1533.14 MB", one line per device that holds weights.
    [GeneratedRegex(@"^whisper_model_load:\s+(\S+) total size")]
    private static partial Regex Weights();
}
