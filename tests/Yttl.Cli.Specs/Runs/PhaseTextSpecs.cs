using Yttl.Cli.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

public sealed class PhaseTextSpecs
{
    [Theory]
    [InlineData(RunPhase.Summaries, 12, 48, "summaries 12/48")]
    [InlineData(RunPhase.Captions, 0, 1, "captions")]
    [InlineData(RunPhase.Videos, 3, 10, "videos 3/10")]
    public void Counts_are_shown_where_there_is_something_to_count(RunPhase phase, int done, int total, string text) =>
        PhaseText.Format(new RunProgress(phase, done, total, null)).ShouldBe(text);
}
