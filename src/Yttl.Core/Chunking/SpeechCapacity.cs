using Yttl.Core.Hardware;

namespace Yttl.Core.Chunking;

/// <summary>How much speech recognition this machine carries at once.</summary>
/// <param name="Threads">Of each worker, at least 1; together never more than there are cores. 1 where others compute.</param>
public sealed record SpeechCapacity(ChunkCapacity Chunks, int Threads)
{
    /// <summary>In megabytes, for everything at once.</summary>
    public const int DefaultMemoryLimit = 4096;

    /// <summary>In megabytes.</summary>
    public const int LeastMemoryLimit = 256;

    /// <summary>In megabytes.</summary>
    public const int MostMemoryLimit = 1 << 20;

    private const int UsualWorkers = 2;

    /// <summary>Encoding a chunk keeps a core busy for a moment only: more uploads than this no one machine needs.</summary>
    private const int MostUploads = 8;

    /// <summary>whisper.cpp's own default, for its reason: https://github.com/ggml-org/whisper.cpp/issues/3194</summary>
    private const int ThreadsWorthHaving = 4;

    /// <summary>The rest is left to ffmpeg, this process and what else runs.</summary>
    private const double ShareOfFreeMemory = 0.8;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Chunks go to a provider that does the work: two at once, more where many cores can encode them.</summary>
    /// <param name="maxConcurrent">Exactly so many, at least 1; null is for the hardware to say.</param>
    /// <param name="memoryLimit">In megabytes.</param>
    public static SpeechCapacity OfRemote(
        HardwareInfo hardware, int? maxConcurrent, int memoryLimit = DefaultMemoryLimit)
    {
        ThrowIfNone(maxConcurrent);
        var workers = maxConcurrent ?? Math.Clamp(Cores(hardware) / 2, UsualWorkers, MostUploads);
        return new SpeechCapacity(new ChunkCapacity(workers, Memory(hardware, memoryLimit) / workers), Threads: 1);
    }

    /// <summary>
    /// Each worker is a process with a model of its own. There are never more than cores, nor than models fit into
    /// memory (the graphics card's where there is one), so what was asked for may not be what is given.
    /// </summary>
    /// <param name="maxConcurrent">At most so many, at least 1; null is for the hardware to say.</param>
    /// <param name="modelMemory">Bytes that a loaded model takes before it hears anything.</param>
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

    /// <summary>In megabytes: what a machine can give, where nobody limits it to less.</summary>
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
