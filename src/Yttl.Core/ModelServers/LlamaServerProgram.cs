using System.Globalization;

namespace Yttl.Core.ModelServers;

/// <summary>Runs a local language model in llama.cpp's <c>llama-server</c>.</summary>
public static class LlamaServerProgram
{
    public const string Tool = "llama-server";

    /// <param name="model">Path of a checked model file.</param>
    public static ServerProgram Create(string tool, string model, LlamaServerOptions options) => new(
        tool,
        Path.GetFileName(model),
        port =>
        [
            "-m", model,
            "--host", "127.0.0.1",
            "--port", Text(port),
            "-t", Text(options.Threads),
            // The server divides its context among the slots.
            "-c", Text(options.ContextTokens * options.Slots),
            "-np", Text(options.Slots),
            .. options.GpuLayers is { } layers ? (string[])["-ngl", Text(layers)] : [],
        ])
    {
        Places = options.Slots,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Threads">Threads of the process, shared by all its slots.</param>
/// <param name="ContextTokens">Context length of each call.</param>
/// <param name="Slots">Number of parallel calls.</param>
/// <param name="GpuLayers">Layers to run on the GPU; null lets the server choose.</param>
public sealed record LlamaServerOptions(int Threads, int ContextTokens, int Slots, int? GpuLayers = null)
{
    /// <summary>
    /// Returns the part of a context that the transcript may use: five eighths. The rest holds the instructions (about
    /// 300 tokens), the answer, and a reserve for estimates that are too low for this model's tokens.
    /// </summary>
    public static int InputTokens(int contextTokens) => contextTokens * 5 / 8;
}
