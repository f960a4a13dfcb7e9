namespace Yttl.Core.Hardware;

internal sealed class SystemMemoryGauge : IMemoryGauge
{
    public long Resident(int processId) => ProcessTree.ResidentBytes(processId);

    public long Available() => FreeMemory.Read();
}
