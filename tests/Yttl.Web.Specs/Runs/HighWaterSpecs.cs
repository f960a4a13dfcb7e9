using Yttl.Web.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Specs.Runs;

public sealed class HighWaterSpecs
{
    private readonly HighWater _progress = new();

    [Fact]
    public void Progress_never_falls_and_keeps_the_title()
    {
        _progress.Take(new RunProgress(RunPhase.Summaries, 3, 10, "A talk")).ShouldBeTrue();

        _progress.Take(new RunProgress(RunPhase.Summaries, 2, 10, null)).ShouldBeFalse();
        _progress.Take(new RunProgress(RunPhase.Speech, 9, 9, null)).ShouldBeFalse();
        _progress.Furthest.ShouldBe(new RunProgress(RunPhase.Summaries, 3, 10, "A talk"));

        _progress.Take(new RunProgress(RunPhase.Summaries, 4, 12, null)).ShouldBeTrue();
        _progress.Furthest.ShouldBe(new RunProgress(RunPhase.Summaries, 4, 12, "A talk"));
    }

    [Fact]
    public void The_same_progress_again_is_no_news()
    {
        _progress.Take(new RunProgress(RunPhase.Captions, 0, 1, "A talk"));

        _progress.Take(new RunProgress(RunPhase.Captions, 0, 1, "A talk")).ShouldBeFalse();
    }
}
