using Yttl.Core.Hardware;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Hardware;

public sealed class HardwareProbeSpecs : IDisposable
{
    private readonly TempFolder _root = new();

    public HardwareProbeSpecs() =>
        Write("proc/meminfo", "MemTotal:       16000000 kB\nMemAvailable:    8000000 kB\n");

    [Fact]
    public async Task A_machine_without_a_container_is_all_there_is()
    {
        var hardware = await ReadAsync();

        hardware.Cores.ShouldBe(Environment.ProcessorCount);
        hardware.AvailableMemory.ShouldBe(8_000_000L * 1024);
    }

    [Fact]
    public async Task A_container_of_version_2_bounds_memory_and_what_is_only_cached_is_free()
    {
        Write("sys/fs/cgroup/cpu.max", "100000 100000\n");
        Write("sys/fs/cgroup/memory.max", "1000000\n");
        Write("sys/fs/cgroup/memory.current", "700000\n");
        Write("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 300000\n");

        var hardware = await ReadAsync();

        (hardware.Cores, hardware.AvailableMemory).ShouldBe((1, 600_000));
    }

    [Fact]
    public void A_share_of_a_core_is_told_as_it_is_and_the_groups_above_bound_it_too()
    {
        Write("proc/self/cgroup", "0::/pod/app\n");
        Write("sys/fs/cgroup/pod/cpu.max", "150000 100000\n");
        Write("sys/fs/cgroup/pod/app/cpu.max", "max 100000\n");

        new ControlGroup(_root.Path).Cores().ShouldBe(1.5);
    }

    [Fact]
    public void A_container_of_version_1_is_understood()
    {
        Write("proc/self/cgroup", "4:memory:/app\n3:cpu,cpuacct:/app\n");
        Write("sys/fs/cgroup/cpu/app/cpu.cfs_quota_us", "250000\n");
        Write("sys/fs/cgroup/cpu/app/cpu.cfs_period_us", "100000\n");
        Write("sys/fs/cgroup/memory/app/memory.limit_in_bytes", "5000\n");
        Write("sys/fs/cgroup/memory/app/memory.usage_in_bytes", "4000\n");

        var group = new ControlGroup(_root.Path);

        (group.Cores(), group.FreeMemory()).ShouldBe((2.5, 1000));
    }

    [Fact]
    public void No_limit_is_no_limit()
    {
        Write("sys/fs/cgroup/cpu.max", "max 100000\n");
        Write("sys/fs/cgroup/memory.max", "max\n");
        Write("sys/fs/cgroup/memory.current", "5\n");
        Write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");

        var group = new ControlGroup(_root.Path);

        (group.Cores(), group.FreeMemory()).ShouldBe((null, null));
    }

    [Fact]
    public void Of_several_cards_the_one_with_most_room_counts()
    {
        HardwareProbe.BestOf("NVIDIA T4, 15360, 100\nNVIDIA H200, 143771, 143000\n").ShouldBe(
            new GpuInfo("NVIDIA H200", 143_771L * 1024 * 1024, 143_000L * 1024 * 1024));
        HardwareProbe.BestOf("No devices were found\n").ShouldBeNull();
    }

    public void Dispose() => _root.Dispose();

    private Task<HardwareInfo> ReadAsync() =>
        new HardwareProbe(new ProcessRunner(), _root.Path).ReadAsync(CancellationToken.None);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root.PathOf(path))!);
        _root.Write(path, content);
    }
}
