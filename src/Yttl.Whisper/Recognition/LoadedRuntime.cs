namespace Yttl.Whisper.Recognition;

/// <summary>The runtime that computes, as the native library reports it.</summary>
/// <param name="Library"><c>cpu</c>, <c>cpunoavx</c>, <c>cuda12</c> and so on.</param>
/// <param name="Device">
/// Device that holds the weights: <c>CPU</c>, <c>CUDA0</c>; null where the library does not report it.
/// </param>
/// <param name="SystemInfo">Compiled instruction sets and back ends.</param>
internal sealed record LoadedRuntime(string Library, string? Device, string? SystemInfo)
{
    public bool IsCuda => Library.StartsWith("cuda", StringComparison.Ordinal)
        && Device?.StartsWith("CUDA", StringComparison.Ordinal) != false;

    /// <returns>Null where the runtime is the wanted one; otherwise why not, one sentence for people.</returns>
    public string? Disappoints(WantedRuntime wanted) => wanted == WantedRuntime.Cuda12 && !IsCuda
        ? $"CUDA 12 was requested, but '{Library}' on {Device ?? "an unknown device"} was loaded. "
            + "Is a GPU assigned to this container, and its driver new enough for CUDA 12?"
        : null;
}
