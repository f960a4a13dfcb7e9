using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Reports;

namespace Yttl.Core.Specs.Reports;

public sealed class TranscriptLineSpecs
{
    [Fact]
    public void Each_turn_names_its_speaker_once_and_so_does_each_segment()
    {
        var small = SampleReports.Small();
        var cues = new[] { (0, "Ada"), (10, "Ada"), (20, "Bob"), (200, "Bob"), (310, "Bob"), (320, null), (330, "Bob") }
            .Select(cue => new Cue(SampleReports.Seconds(cue.Item1), SampleReports.Seconds(cue.Item1 + 1), "words") { Speaker = cue.Item2 })
            .ToList();

        var parts = TranscriptLine.Divide(small with { Transcript = small.Transcript with { Cues = cues }, Removed = [] });

        parts[0].Select(line => line.Speaker).ShouldBe(["Ada", null, "Bob", null]);
        parts[1].Select(line => line.Speaker).ShouldBe(["Bob", null, "Bob"]);
    }

    [Fact]
    public void Every_cue_is_in_exactly_one_part_whatever_its_time() =>
        Prop.ForAll(Gen.Choose(-10, 700).ListOf().ToArbitrary(), starts =>
        {
            var cues = starts.Order().Select((start, i) =>
                new Cue(SampleReports.Seconds(start), SampleReports.Seconds(start + 1), $"{i}")).ToList();
            var small = SampleReports.Small();
            var parts = TranscriptLine.Divide(small with { Transcript = small.Transcript with { Cues = cues }, Removed = [] });
            return parts.SelectMany(part => part).Select(line => line.Text).SequenceEqual(cues.Select(cue => cue.Text))
                && parts[0].All(line => line.Start < SampleReports.Seconds(300))
                && parts[1].All(line => line.Start >= SampleReports.Seconds(300));
        }).QuickCheckThrowOnFailure();
}
