using Yttl.Core.Hardware;

namespace Yttl.Core.ModelServers;

internal sealed class SystemMemoryGauge : IMemoryGauge
{
    public long Resident(int processId) => ProcessTree.ResidentBytes(processId);

    public long Available() => FreeMemory.Read();
}
