namespace Yttl.Whisper.Recognition;

internal enum WantedRuntime
{
    /// <summary>CUDA where a device is available, otherwise the CPU.</summary>
    Auto,

    Cpu,

    /// <summary>CUDA 12; any other runtime is an error.</summary>
    Cuda12,
}
