namespace Yttl.Whisper.Recognition;

internal enum WantedRuntime
{
    /// <summary>CUDA where there is a device for it, else the processor.</summary>
    Auto,

    Cpu,

    /// <summary>Anything else is a fault.</summary>
    Cuda12,
}
