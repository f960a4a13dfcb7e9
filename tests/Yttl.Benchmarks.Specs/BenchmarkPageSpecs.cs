using Yttl.Benchmarks.Results;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Specs;

public sealed class BenchmarkPageSpecs
{
    private static readonly Machine Laptop = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero), "Example CPU @ 2 GHz", Cores: 2, Memory: 8L << 30,
        "Example Linux 1", ".NET 10.0.0", Load: 0.25);

    private static readonly ResultTable Speed = new(
        "Two hours, 1 s a call", "How much sooner a summary is there.", ["calls", "wall"], "sequential ÷ this",
        [
            new Row("one after another", ["27", "27.50 s"], 1),
            new Row("goal", [], 2),
            new Row("auto | cold", ["27", "5.10 s"], 5.392, Target.AtLeast(6)),
            new Row("auto, warm", ["27", "3.10 s"], 8.871, Target.AtLeast(8)),
        ]);

    private static readonly ResultTable Words = new(
        "Words", "Which words there are.", ["count"], null, [new Row("heard", ["12"])]);

    private static readonly ScenarioResult[] Results =
    [
        new("speed", "Side by side", [Speed, Words], null, TimeSpan.FromSeconds(40.4)),
        new("broken", "What breaks off", [], "IOException: no room", TimeSpan.FromSeconds(1)),
    ];

    [Fact]
    public void The_page_has_the_machine_the_failures_the_targets_and_every_table() =>
        Golden.Matches("benchmarks.md", BenchmarkPage.Of(Laptop, isQuick: false, Results));

    [Fact]
    public void A_quick_run_says_so() =>
        BenchmarkPage.Of(Laptop, isQuick: true, Results).ShouldContain("A quick run with small inputs");

    [Fact]
    public void Where_nothing_has_a_target_there_is_no_table_of_them() =>
        BenchmarkPage.Of(Laptop, isQuick: false, [Results[0] with { Tables = [Words] }]).ShouldNotContain("## Targets");

    [Fact]
    public void What_is_not_measured_again_is_kept_with_its_targets_and_its_own_words()
    {
        var words = Words with { RatioName = "share", Rows = [new Row("heard", ["12"], 1, Target.AtLeast(1))] };
        ScenarioResult hand = new("hand", "By hand", [words], null, TimeSpan.FromHours(2));
        var earlier = BenchmarkPage.Of(Laptop, isQuick: false, [Results[0], hand, Results[1]])
            .Replace("`yttl-bench hand`, 7200 s.", "`yttl-bench hand`, in parts:\nseeds 1 to 9.", StringComparison.Ordinal);

        var page = BenchmarkPage.Of(Laptop with { Cores = 4 }, isQuick: false, [Results[1], Results[0]], earlier);

        page.ShouldBe(earlier
            .Replace("2 cores", "4 cores", StringComparison.Ordinal)
            .Replace("**`broken`", "Kept from an earlier page: By hand.\n\n**`broken`", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_is_the_same_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var page = BenchmarkPage.Of(Laptop, isQuick: false, Results);
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("fr-FR");
            BenchmarkPage.Of(Laptop, isQuick: false, Results).ShouldBe(page);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5.99, false)]
    public void A_target_is_met_at_its_edge(double ratio, bool met)
    {
        Target.AtLeast(6).IsMetBy(ratio).ShouldBe(met);
        Target.AtMost(-6).IsMetBy(-ratio).ShouldBe(met);
    }
}
