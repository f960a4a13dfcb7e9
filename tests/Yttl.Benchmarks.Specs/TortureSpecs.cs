using Xunit.Abstractions;
using Yttl.Benchmarks.Torture;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Specs;

/// <summary>The torture, in small. By hand: <c>yttl-bench torture --kills 1000 --flips 10000</c>.</summary>
public sealed class TortureSpecs(ITestOutputHelper output)
{
    private const int Seed = 30;

    [FFmpegFact]
    public async Task A_run_that_is_killed_ends_as_if_it_had_not_been_and_leaves_nothing()
    {
        var kills = await TortureScenario.KillAsync(kills: 3, Seed);

        output.WriteLine(KillFigures.Total([.. kills.Select(kill => kill.Figures)]));
        kills.SelectMany(kill => kill.Figures.Faults).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_built_on_a_stored_file_of_which_a_bit_turned_over()
    {
        var flips = await TortureScenario.FlipAsync(flips: 70, Seed);

        output.WriteLine(FlipFigures.Total(flips));
        flips.SelectMany(kind => kind.Faults).ShouldBeEmpty();
        flips.ShouldAllBe(kind => kind.Noticed > 0);
    }

    [FFmpegFact]
    public async Task A_hostile_server_folder_or_file_brings_nothing_down_and_gets_nothing()
    {
        var hostile = await TortureScenario.BesetAsync(few: 1);

        output.WriteLine(HostileFigures.Total(hostile));
        hostile.SelectMany(kind => kind.Faults).ShouldBeEmpty();
    }
}
