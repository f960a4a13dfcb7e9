using System.Globalization;

namespace Yttl.Core.ModelServers;

/// <summary>A local language model: llama.cpp's <c>llama-server</c>.</summary>
public static class LlamaServerProgram
{
    public const string Tool = "llama-server";

    /// <param name="model">The path of a checked model file.</param>
    public static ServerProgram Create(string tool, string model, LlamaServerOptions options) => new(
        tool,
        Path.GetFileName(model),
        port =>
        [
            "-m", model,
            "--host", "127.0.0.1",
            "--port", Text(port),
            "-t", Text(options.Threads),
            // The server shares its context out between the slots.
            "-c", Text(options.ContextTokens * options.Slots),
            "-np", Text(options.Slots),
            .. options.GpuLayers is { } layers ? (string[])["-ngl", Text(layers)] : [],
        ])
    {
        Places = options.Slots,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Threads">Of the process, for all its slots together.</param>
/// <param name="ContextTokens">For each call.</param>
/// <param name="Slots">Calls answered at once.</param>
/// <param name="GpuLayers">Null lets the server choose.</param>
public sealed record LlamaServerOptions(int Threads, int ContextTokens, int Slots, int? GpuLayers = null)
{
    /// <summary>
    /// How much of a context may be transcript: five of eight parts. The rest is for our instructions, about 300 tokens,
    /// the answer, and an estimate that is too low for the tokens of this model.
    /// </summary>
    public static int InputTokens(int contextTokens) => contextTokens * 5 / 8;
}
