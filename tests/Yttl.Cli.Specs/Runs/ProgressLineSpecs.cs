using Spectre.Console;
using Yttl.Cli.Runs;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

public sealed class ProgressLineSpecs
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(48, "How Ships Fou…  summaries 12/48, 0:54 left  0:20")] // a terminal of 50 columns, less the margin
    [InlineData(50, "How Ships Found…  summaries 12/48, 0:54 left  0:20")]
    [InlineData(80, "How Ships Found Their Longitude   ━━━─────────  summaries 12/48, 0:54 left  0:20")]
    public void A_line_has_the_title_the_bar_the_phase_what_is_left_and_the_time(int width, string line) =>
        ProgressLine.From("How Ships Found Their Longitude", Clock(), width, unicode: true).ToString().TrimEnd().ShouldBe(line);

    [Fact]
    public void At_every_width_it_is_one_line_that_fits()
    {
        string[] titles = ["A", "How Ships Found Their Longitude", new string('長', 300), "e\u0301" + new string('x', 90)];
        foreach (var width in Enumerable.Range(20, 230))
            foreach (var title in titles)
                ProgressLine.From(title, Clock(), width, unicode: width % 2 == 0).ToString().GetCellWidth()
                    .ShouldBeLessThanOrEqualTo(width, $"{title} at {width}");
    }

    [Fact]
    public void Without_other_letters_than_ascii_it_has_none()
    {
        var line = ProgressLine.From("How Ships Found Their Longitude, a very long story", Clock(), 72, unicode: false).ToString();

        line.ShouldAllBe(letter => letter < 128);
        line.ShouldContain("###---");
    }

    [Fact]
    public void What_is_left_follows_the_pace_of_this_phase_and_counts_down()
    {
        var clock = Clock();

        _time.Advance(TimeSpan.FromSeconds(4));
        clock.Left.ShouldBe(TimeSpan.FromSeconds(50));
        _time.Advance(TimeSpan.FromMinutes(5));
        clock.Left.ShouldBe(TimeSpan.Zero);
        ProgressLine.Plain("A", clock).ShouldBe("A: summaries 12/48  5:24");
        clock.Take(new RunProgress(RunPhase.Report, 0, 1, "A"));
        clock.Left.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_terminal_a_line_of_progress_comes_every_ten_seconds()
    {
        var lines = new List<string>();
        var run = new RunId("3f2a");

        await LineView.ShowAsync(new Messages(lines.Add), verbose: false, _time, async view =>
        {
            view.Report(run, "talk.mp4", new RunProgress(RunPhase.Summaries, 0, 48, "A talk"));
            _time.Advance(TimeSpan.FromSeconds(9));
            view.Report(run, "talk.mp4", new RunProgress(RunPhase.Summaries, 12, 48, "A talk"));
            lines.ShouldBeEmpty();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Eventually.HoldsAsync(() => lines.Count > 0);
            view.Finished(new Request("talk.mp4"), new VideoResult(
                run, "talk.mp4", RunStatus.Complete, "id", "A talk", null, [], 0, [], null));
            _time.Advance(TimeSpan.FromSeconds(10));
            return true;
        });

        lines.ShouldBe(["A talk: summaries 12/48, 0:26 left  0:10", "complete: A talk"]);
    }

    /// <summary>Two seconds before its summaries, eighteen with twelve of forty-eight of them.</summary>
    private RunClock Clock()
    {
        var clock = new RunClock(_time);
        clock.Take(new RunProgress(RunPhase.Captions, 0, 1, "A"));
        _time.Advance(TimeSpan.FromSeconds(2));
        clock.Take(new RunProgress(RunPhase.Summaries, 0, 48, "A"));
        _time.Advance(TimeSpan.FromSeconds(18));
        clock.Take(new RunProgress(RunPhase.Summaries, 12, 48, "A"));
        return clock;
    }
}
