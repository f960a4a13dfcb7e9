using Yttl.Cli.Runs;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Runs;

public sealed class PerformanceTextSpecs
{
    private static readonly ReportPerformance Measured = new(
        57.5,
        [
            new ReportPhase("read-captions", 1.25, 1) { WorkSeconds = 1.25 },
            new ReportPhase("summarize-segment", 50.2, 120) { WorkSeconds = 118, WaitSeconds = 95.5 },
            new ReportPhase("consolidate", 6, 11) { WorkSeconds = 12 },
        ],
        120, 4, new(90_000, 12_000), Reused: 3)
    {
        Slots = 8,
        ConcurrentEfficiency = 0.29,
        SequentialEquivalentSeconds = 131.25,
        Speedup = 2.34,
        CriticalPathSeconds = 9.1,
        MemoryPeakMb = 182.4,
        Retries = 31,
        ErrorsByProvider = [new("groq", FailureCategory.Network, 1), new("groq", FailureCategory.RateLimit, 29)],
        Waits = new ReportWaits(0, 93, 2.5),
        Cost = 0.0207m,
        Currency = "USD",
        Predicted = new Prediction(8, new CallsByLevel(8, 1, 0), new(11_500, 1_400))
        {
            Seconds = 14.5, SecondsPerCall = 2.9, Cost = 0.0149m, Currency = "USD",
        },
        Steps =
        [
            new ReportStep("read-captions", TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1.45), 0, 1, 0),
            new ReportStep("consolidate", TimeSpan.FromSeconds(50.3), TimeSpan.FromSeconds(56.3), 0, 1, 0),
        ],
        EarlierSessions = [new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero), 7.5, 3, 1) { Waits = new ReportWaits(0, 4.5, 0) }],
    };

    [Fact]
    public void It_reads_as_agreed() =>
        Golden.Matches("performance.golden.txt", PerformanceText.Plain("Tides\e[31m and pools", Measured));

    [Fact]
    public void A_reader_can_check_the_speed_up_and_is_told_what_the_other_figures_mean()
    {
        var text = string.Join(' ', PerformanceText.Plain("Tides", Measured).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("- Speed-up: sequential time ÷ 56.1 s, from the first step's start to the last one's end.");
        text.ShouldContain("Critical path:");
        text.ShouldContain("Utilisation:");
    }

    [Theory]
    [InlineData(44, "Phase Time Share Calls")]
    [InlineData(50, "Phase Time Share Waits Calls")]
    [InlineData(60, "Phase Time Share Work Waits Calls")]
    [InlineData(80, "Phase Time Share Work Waits Calls")]
    public void Few_columns_have_fewer_of_the_figures_and_none_that_is_broken(int columns, string headings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        PerformanceText.Write(Consoles.Plain(text, columns), "Tides", Measured);

        var lines = text.ToString().Split('\n');
        var first = Array.FindIndex(lines, line => line.Contains("Phase", StringComparison.Ordinal));
        lines.ShouldAllBe(line => line.TrimEnd().Length <= columns);
        string.Join(' ', lines[first].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(headings);
        lines[first + 1].ShouldStartWith("  read-captions ");
        lines[first + 3].ShouldStartWith("  consolidate ");
        lines[first + 2].Contains('█').ShouldBe(columns == 80);
    }

    [Fact]
    public void What_was_not_measured_is_not_explained() =>
        PerformanceText.Plain("Tides", Measured with { Speedup = null }).ShouldNotContain("Speed-up");
}
