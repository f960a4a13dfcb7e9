namespace Yttl.Whisper.Running;

/// <param name="Processors">Number of recordings in parallel.</param>
/// <param name="Threads">CPU threads per recording.</param>
internal sealed record Capacity(int Processors, int Threads)
{
    /// <summary>
    /// whisper.cpp gains little from more threads: https://github.com/ggml-org/whisper.cpp/issues/200.
    /// </summary>
    private const int UsefulThreads = 4;

    /// <summary>Maximum recordings in parallel on one GPU: more do not increase its throughput.</summary>
    private const int MostOnOneGpu = 4;

    private const long Megabyte = 1024 * 1024;

    /// <param name="cores">Cores that this process may use, at least 1.</param>
    /// <param name="modelBytes">Size of the model's file in bytes.</param>
    /// <param name="freeGpuMemory">Free GPU memory in bytes, with the model loaded; null where it is unknown.</param>
    public static Capacity From(ServerOptions options, int cores, long modelBytes, bool onGpu, long? freeGpuMemory)
    {
        var threads = options.Threads ?? Math.Clamp(cores / (options.Processors ?? 1), 1, UsefulThreads);
        var processors = options.Processors
            ?? (onGpu ? OnGpu(modelBytes, freeGpuMemory) : Math.Max(1, cores / threads));
        return new Capacity(processors, threads);
    }

    private static int OnGpu(long modelBytes, long? free) => free is null
        ? 1
        : (int)Math.Clamp(free.Value * 9 / 10 / StateBytes(modelBytes), 1, MostOnOneGpu);

    /// <summary>
    /// Memory that one recording needs in addition to the weights: the difference of the columns "disk" and "mem" in
    /// whisper.cpp's README (198 MB for tiny, 386 for small, 600 for medium, 1,000 for large), rounded up to a linear
    /// function.
    /// </summary>
    private static long StateBytes(long modelBytes) => (200 * Megabyte) + (modelBytes * 2 / 5);
}
