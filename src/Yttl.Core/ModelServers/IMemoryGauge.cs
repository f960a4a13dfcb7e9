namespace Yttl.Core.ModelServers;

/// <summary>Who has how much memory, now. Safe for concurrent use.</summary>
public interface IMemoryGauge
{
    /// <summary>In bytes, of a process and all its children; 0 when it is gone.</summary>
    long Resident(int processId);

    /// <summary>In bytes: what this process and its children may still take.</summary>
    long Available();
}
