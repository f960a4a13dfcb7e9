using Yttl.Whisper.Running;

namespace Yttl.Whisper.Specs.Running;

public sealed class CapacitySpecs
{
    private const long Megabyte = 1024 * 1024;

    private static readonly ServerOptions Options = new() { Model = "m.bin" };

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(4, 1, 4)]
    [InlineData(7, 1, 4)]
    [InlineData(16, 4, 4)]
    public void Without_a_gpu_the_cores_bound_both(int cores, int processors, int threads) =>
        Capacity.From(Options, cores, 75 * Megabyte, onGpu: false, null).ShouldBe(new Capacity(processors, threads));

    [Theory]
    [InlineData(75L, 40_000L, 4)]
    [InlineData(2_900L, 16_000L, 4)]
    [InlineData(2_900L, 4_500L, 2)]
    [InlineData(2_900L, 100L, 1)]
    public void On_a_gpu_its_free_memory_bounds_the_processors(long model, long free, int processors) =>
        Capacity.From(Options, 8, model * Megabyte, onGpu: true, free * Megabyte).Processors.ShouldBe(processors);

    [Fact]
    public void A_gpu_whose_memory_is_not_known_gets_one() =>
        Capacity.From(Options, 8, Megabyte, onGpu: true, null).Processors.ShouldBe(1);

    [Fact]
    public void What_is_asked_for_is_done() =>
        Capacity.From(Options with { Processors = 3, Threads = 5 }, 2, Megabyte, onGpu: false, null)
            .ShouldBe(new Capacity(3, 5));

    [Fact]
    public void Processors_that_are_asked_for_share_the_cores() =>
        Capacity.From(Options with { Processors = 4 }, 8, Megabyte, onGpu: false, null).ShouldBe(new Capacity(4, 2));

    [Theory]
    [InlineData("15109\n", 15109L)]
    [InlineData("40000\n24000\n", 40000L)]
    [InlineData("[N/A]\n", null)]
    [InlineData("", null)]
    public void The_first_gpu_counts(string output, long? mebibytes) =>
        NvidiaSmi.Parse(output).ShouldBe(mebibytes * Megabyte);
}
