namespace Yttl.Whisper.Running;

/// <param name="Processors">Recordings at once.</param>
/// <param name="Threads">Per recording.</param>
internal sealed record Capacity(int Processors, int Threads)
{
    /// <summary>whisper.cpp gains little from more: https://github.com/ggml-org/whisper.cpp/issues/200.</summary>
    private const int UsefulThreads = 4;

    /// <summary>More than this share one GPU without any gain: its computing is used up.</summary>
    private const int MostOnOneGpu = 4;

    private const long Megabyte = 1024 * 1024;

    /// <param name="cores">What this process may use, from 1.</param>
    /// <param name="modelBytes">The size of the model's file.</param>
    /// <param name="freeGpuMemory">In bytes, with the model loaded; null where it is not known.</param>
    public static Capacity Of(ServerOptions options, int cores, long modelBytes, bool onGpu, long? freeGpuMemory)
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
    /// What one recording needs beside the weights: the difference of the columns "disk" and "mem" in whisper.cpp's
    /// README (198 MB for tiny, 386 for small, 600 for medium, 1,000 for large), rounded up to a line.
    /// </summary>
    private static long StateBytes(long modelBytes) => (200 * Megabyte) + (modelBytes * 2 / 5);
}
