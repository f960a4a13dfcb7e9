using Yttl.Core.Hardware;

namespace Yttl.Core.Chunking;

/// <summary>The parallel speech recognition that this machine can run.</summary>
/// <param name="Threads">
/// Threads per worker, at least 1; the total never exceeds the number of cores. 1 for remote recognisers.
/// </param>
public sealed record SpeechCapacity(ChunkCapacity Chunks, int Threads)
{
    /// <summary>In megabytes, for all workers together.</summary>
    public const int DefaultMemoryLimit = 4096;

    /// <summary>In megabytes.</summary>
    public const int LeastMemoryLimit = 256;

    /// <summary>In megabytes.</summary>
    public const int MostMemoryLimit = 1 << 20;

    private const int UsualWorkers = 2;

    /// <summary>
    /// Maximum parallel uploads: encoding a chunk occupies a core only briefly, so no machine needs more.
    /// </summary>
    private const int MostUploads = 8;

    /// <summary>
    /// The default of whisper.cpp, for the reason given in https://github.com/ggml-org/whisper.cpp/issues/3194
    /// </summary>
    private const int ThreadsWorthHaving = 4;

    /// <summary>The rest stays free for ffmpeg, this process and other programs.</summary>
    private const double ShareOfFreeMemory = 0.8;

    private const long Megabyte = 1024 * 1024;

    /// <summary>
    /// Capacity for a remote recogniser: two chunks in parallel, more where many cores can encode them.
    /// </summary>
    /// <param name="maxConcurrent">Exact number of workers, at least 1; null derives it from the hardware.</param>
    /// <param name="memoryLimit">In megabytes.</param>
    public static SpeechCapacity OfRemote(
        HardwareInfo hardware, int? maxConcurrent, int memoryLimit = DefaultMemoryLimit)
    {
        ThrowIfNone(maxConcurrent);
        var workers = maxConcurrent ?? Math.Clamp(Cores(hardware) / 2, UsualWorkers, MostUploads);
        return new SpeechCapacity(new ChunkCapacity(workers, Memory(hardware, memoryLimit) / workers), Threads: 1);
    }

    /// <summary>
    /// Capacity for a local recogniser: each worker is a process with its own model. Workers are limited by the cores
    /// and by the models that fit into memory (the graphics card's where there is one), so there may be fewer than
    /// configured.
    /// </summary>
    /// <param name="maxConcurrent">Maximum number of workers, at least 1; null derives it from the hardware.</param>
    /// <param name="modelMemory">Bytes that a loaded model uses before it receives audio.</param>
    /// <param name="memoryLimit">In megabytes.</param>
    public static SpeechCapacity OfLocal(
        HardwareInfo hardware, int? maxConcurrent, long modelMemory, int memoryLimit = DefaultMemoryLimit)
    {
        ThrowIfNone(maxConcurrent);
        var cores = Cores(hardware);
        var memory = Memory(hardware, memoryLimit);
        var roomForModels = hardware.Gpu is { } gpu ? (long)(gpu.FreeMemory * ShareOfFreeMemory) : memory;
        var models = (int)Math.Clamp(roomForModels / Math.Max(1, modelMemory), 1, int.MaxValue);
        var asked = maxConcurrent ?? Math.Max(UsualWorkers, cores / ThreadsWorthHaving);
        var workers = Math.Min(asked, Math.Min(cores, models));
        var forAudio = hardware.Gpu is null ? memory / workers - modelMemory : memory / workers;
        return new SpeechCapacity(new ChunkCapacity(workers, Math.Max(0, forAudio)), cores / workers);
    }

    /// <summary>Returns the memory that this machine can provide by default, in megabytes.</summary>
    public static int MemoryLimitFor(HardwareInfo hardware) => (int)Math.Clamp(
        (long)(hardware.AvailableMemory * ShareOfFreeMemory) / Megabyte, LeastMemoryLimit, MostMemoryLimit);

    private static int Cores(HardwareInfo hardware) => Math.Max(1, (int)Math.Floor(hardware.Cores));

    private static long Memory(HardwareInfo hardware, int memoryLimit) =>
        Math.Min(memoryLimit * Megabyte, (long)(hardware.AvailableMemory * ShareOfFreeMemory));

    private static void ThrowIfNone(int? maxConcurrent)
    {
        if (maxConcurrent is { } asked)
            ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(maxConcurrent));
    }
}
