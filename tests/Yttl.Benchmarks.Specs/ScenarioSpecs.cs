
namespace Yttl.Benchmarks.Specs;

public sealed class ScenarioSpecs
{
    private static readonly ScenarioOptions Options = new(IsQuick: true, IsFull: false, Filter: null);

    [Fact]
    public async Task A_scenario_that_breaks_off_is_a_result_of_one_line()
    {
        var scenario = new Scenario("broken", "Broken", _ => throw new IOException("no\nroom"));

        var result = await scenario.MeasureAsync(Options);

        result.Failure.ShouldBe("IOException: no room");
        result.Tables.ShouldBeEmpty();
    }

    [Fact]
    public void Every_scenario_has_a_name_of_its_own() =>
        Scenarios.All.Select(scenario => scenario.Name).ShouldBeUnique();
}
