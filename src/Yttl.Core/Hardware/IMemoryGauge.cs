namespace Yttl.Core.Hardware;

/// <summary>Measures current memory use. Safe for concurrent use.</summary>
public interface IMemoryGauge
{
    /// <summary>Returns the resident memory of a process and all its children in bytes; 0 where it has ended.</summary>
    long Resident(int processId);

    /// <summary>Returns the memory in bytes that this process and its children may still use.</summary>
    long Available();
}
