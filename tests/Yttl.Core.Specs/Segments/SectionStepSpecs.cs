using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Segments;

public sealed class SectionStepSpecs
{
    private static readonly LanguageTag German = LanguageTag.Parse("de", null);

    [Fact]
    public async Task Every_segment_in_which_something_is_said_is_stored_with_its_cues_and_language()
    {
        var store = new InMemoryArtifactStore();
        var cues = new[]
        {
            new Cue(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), "Guten Morgen."),
            new Cue(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(12), "Auf Wiedersehen."),
        };
        var transcript = await store.WriteJsonAsync(
            new Transcript(cues, German, TranscriptSource.ManualCaptions, "German"),
            CaptionsJson.Default.Transcript, default);

        var outcome = await new SectionStep(store).RunAsync(
            new SectionRequest(transcript, TimeSpan.FromMinutes(12)), default);

        var segments = outcome.Hours.ShouldHaveSingleItem().Segments;
        segments.Select(segment => segment.Text is null).ShouldBe([false, true, false]);
        var last = await store.ReadJsonAsync(segments[2].Text!.Value, SegmentsJson.Default.SegmentText, default);
        (last.Start, last.End).ShouldBe((TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(12)));
        last.Language.ShouldBe(German);
        last.Cues.ShouldBe([cues[1]]);
    }

    [Fact]
    public async Task A_segment_of_which_nothing_was_heard_says_why_and_a_silent_one_does_not()
    {
        var store = new InMemoryArtifactStore();
        var unheard = new Failure(FailureCategory.Network, "speech.unreachable", "Nobody listened.");
        var gap = new TranscriptGap(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(9), "transcription", unheard);
        var transcript = await store.WriteJsonAsync(
            new Transcript([], German, TranscriptSource.Whisper, null)
            {
                Coverage = new SpeechCoverage(TimeSpan.FromMinutes(3), TimeSpan.Zero, [gap]),
            },
            CaptionsJson.Default.Transcript, default);

        var outcome = await new SectionStep(store).RunAsync(
            new SectionRequest(transcript, TimeSpan.FromMinutes(15)), default);

        outcome.Hours[0].Segments.Select(segment => segment.Missing).ShouldBe([null, unheard, null]);
    }
}
