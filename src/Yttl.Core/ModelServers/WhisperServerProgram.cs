using System.Globalization;
using Yttl.Core.Processes;

namespace Yttl.Core.ModelServers;

/// <summary>A local speech recogniser: our own <c>yttl-whisper</c>, or whisper.cpp's <c>whisper-server</c>.</summary>
public static class WhisperServerProgram
{
    private static readonly string[] Names = ["yttl-whisper", "whisper-server"];

    /// <summary>The program that was set, else the first of them on PATH; a name for the message when there is none.</summary>
    public static string FindTool(string? configured) =>
        configured ?? Names.FirstOrDefault(name => ToolPath.Find(name) is not null) ?? Names[^1];

    /// <summary>It answers one call at a time, so a worker is a process.</summary>
    /// <param name="model">The path of a checked model file.</param>
    /// <param name="threads">Of one process: workers × threads ≤ cores.</param>
    public static ServerProgram Create(string tool, string model, int threads) => new(
        tool,
        Path.GetFileName(model),
        port =>
        [
            "--model", model,
            "--host", "127.0.0.1",
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--threads", threads.ToString(CultureInfo.InvariantCulture),
            "--inference-path", "/v1/audio/transcriptions",
        ]);
}
