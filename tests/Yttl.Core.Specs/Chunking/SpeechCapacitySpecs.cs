using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Chunking;
using Yttl.Core.Hardware;

namespace Yttl.Core.Specs.Chunking;

public sealed class SpeechCapacitySpecs
{
    private const long Gigabyte = 1024 * 1024 * 1024;

    [Theory]
    [InlineData(1, null, 2)]
    [InlineData(2, null, 2)]
    [InlineData(8, null, 4)]
    [InlineData(64, null, 8)]
    [InlineData(1, 20, 20)]
    public void A_provider_is_asked_twice_at_once_unless_the_hardware_or_the_user_says_better(
        double cores, int? asked, int workers) =>
        SpeechCapacity.OfRemote(Machine(cores, 16), asked).Chunks.Workers.ShouldBe(workers);

    [Theory]
    [InlineData(1, null, 1, 1)]
    [InlineData(2, null, 2, 1)]
    [InlineData(4, null, 2, 2)]
    [InlineData(3.5, null, 2, 1)]
    [InlineData(16, null, 4, 4)]
    [InlineData(8, 1, 1, 8)]
    [InlineData(4, 9, 4, 1)]
    public void Local_workers_share_the_cores(double cores, int? asked, int workers, int threads)
    {
        var capacity = SpeechCapacity.OfLocal(Machine(cores, 64), asked, Gigabyte / 10);

        (capacity.Chunks.Workers, capacity.Threads).ShouldBe((workers, threads));
    }

    [Fact]
    public void Local_workers_are_as_many_as_models_fit_into_memory() =>
        SpeechCapacity.OfLocal(Machine(16, 64), 4, 3 * Gigabyte / 2).Chunks.ShouldBe(
            new ChunkCapacity(2, Gigabyte / 2));

    [Fact]
    public void Models_on_a_graphics_card_take_its_memory_and_not_the_machines()
    {
        var machine = Machine(16, 64) with { Gpu = new GpuInfo("a card", 8 * Gigabyte, 8 * Gigabyte) };

        SpeechCapacity.OfLocal(machine, null, 3 * Gigabyte).Chunks.ShouldBe(new ChunkCapacity(2, 2 * Gigabyte));
    }

    [Fact]
    public void The_limit_and_what_is_free_both_bound_memory()
    {
        SpeechCapacity.OfRemote(Machine(2, 64), 2).Chunks.MemoryPerWorker.ShouldBe(2 * Gigabyte);
        SpeechCapacity.OfRemote(Machine(2, 1), 2).Chunks.MemoryPerWorker.ShouldBe((long)(Gigabyte * 0.8) / 2);
        SpeechCapacity.OfRemote(Machine(2, 64), 2, memoryLimit: 1024).Chunks.MemoryPerWorker.ShouldBe(Gigabyte / 2);
    }

    [Fact]
    public void Workers_times_threads_never_exceed_the_cores() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from tenths in Gen.Choose(10, 1280)
         from asked in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 100).Select(count => (int?)count))
         from memory in Gen.Choose(0, 64)
         from model in Gen.Choose(0, 20)
         select (Cores: tenths / 10.0, asked, memory, model)).ToArbitrary(),
        machine =>
        {
            var capacity = SpeechCapacity.OfLocal(
                Machine(machine.Cores, machine.memory), machine.asked, machine.model * Gigabyte);
            capacity.Chunks.Workers.ShouldBeGreaterThanOrEqualTo(1);
            capacity.Threads.ShouldBeGreaterThanOrEqualTo(1);
            ((double)capacity.Chunks.Workers * capacity.Threads).ShouldBeLessThanOrEqualTo(machine.Cores);
            capacity.Chunks.MemoryPerWorker.ShouldBeGreaterThanOrEqualTo(0);
        }));

    private static HardwareInfo Machine(double cores, int gigabytes) => new(cores, gigabytes * Gigabyte, Gpu: null);
}
