using System.Globalization;
using Yttl.Core.Processes;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Runs a local speech recogniser: YTTL's <c>yttl-whisper</c>, or whisper.cpp's <c>whisper-server</c>.
/// </summary>
public static class WhisperServerProgram
{
    private static readonly string[] Names = ["yttl-whisper", "whisper-server"];

    /// <summary>
    /// Returns the configured program, otherwise the first of them on PATH; without any, a name for the error message.
    /// </summary>
    public static string FindTool(string? configured) =>
        configured ?? Names.FirstOrDefault(name => ToolPath.Find(name) is not null) ?? Names[^1];

    /// <summary>Creates a program that serves one call at a time, so that each worker is a process.</summary>
    /// <param name="model">Path of a checked model file.</param>
    /// <param name="threads">Threads of one process: workers × threads ≤ cores.</param>
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
