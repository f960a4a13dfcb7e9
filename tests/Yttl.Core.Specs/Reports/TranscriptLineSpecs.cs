using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Reports;

namespace Yttl.Core.Specs.Reports;

public sealed class TranscriptLineSpecs
{
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
