using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
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
            new Cue(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(11.2), "Auf Wiedersehen."),
        };
        var transcript = await store.WriteJsonAsync(
            new Transcript(cues, German, TranscriptSource.ManualCaptions, "German"),
            CaptionsJson.Default.Transcript, default);

        var outcome = await RunAsync(store, transcript, TimeSpan.FromMinutes(12));

        var segments = outcome.Hours.ShouldHaveSingleItem().Segments;
        segments.Select(segment => segment.Text is null).ShouldBe([false, true, false]);
        var last = await store.ReadJsonAsync(segments[2].Text!.Value, SegmentsJson.Default.SegmentText, default);
        (last.Start, last.End).ShouldBe((TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(12)));
        last.Language.ShouldBe(German);
        last.Cues.ShouldBe([cues[1]]);
    }

    [Fact]
    public async Task A_loop_of_twenty_minutes_is_one_segment_that_says_why()
    {
        var store = new InMemoryArtifactStore();
        var cues = Enumerable.Range(0, 260).Select(i => new Cue(
            TimeSpan.FromSeconds(5 * i), TimeSpan.FromSeconds(5 * (i + 1)), i < 20 ? $"Das Schiff fährt {i}." : "Danke.")).ToList();
        var transcript = await store.WriteJsonAsync(
            Transcript.FromCues(cues, German, TranscriptSource.CaptionFile, null) with
            {
                Coverage = SpeechCoverage.Of(cues, LoopedCues.Find(cues)),
            },
            CaptionsJson.Default.Transcript, default);

        var outcome = await RunAsync(store, transcript, TimeSpan.FromSeconds(1300));

        outcome.Hours[0].Segments.Select(segment => (segment.End.TotalSeconds, segment.Missing?.Code)).ShouldBe(
            [(100, null), (1300, LoopedCues.Code)]);
    }

    [Fact]
    public async Task A_segment_of_which_nothing_was_heard_says_why_and_a_silent_one_does_not()
    {
        var store = new InMemoryArtifactStore();
        var unheard = new Failure(FailureCategory.Network, "speech.unreachable", "Nobody listened.");
        var gap = new TranscriptGap(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(9), "transcription", unheard);
        var transcript = await store.WriteJsonAsync(
            new Transcript(
                [
                    new Cue(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.2), "Guten Morgen."),
                    new Cue(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.2), "Auf Wiedersehen."),
                ],
                German, TranscriptSource.Whisper, null)
            {
                Coverage = new SpeechCoverage(TimeSpan.FromMinutes(3), TimeSpan.Zero, [gap]),
            },
            CaptionsJson.Default.Transcript, default);

        var outcome = await RunAsync(store, transcript, TimeSpan.FromMinutes(15));

        outcome.Hours[0].Segments.Select(segment => segment.Missing).ShouldBe([null, unheard, null, null]);
    }

    [Fact]
    public async Task The_title_of_a_chapter_goes_with_its_text()
    {
        var store = new InMemoryArtifactStore();
        var cues = Enumerable.Range(0, 9).Select(
            minute => new Cue(TimeSpan.FromMinutes(minute), TimeSpan.FromMinutes(minute + 1), "Guten Morgen."));
        var transcript = await store.WriteJsonAsync(
            Transcript.FromCues(cues, German, TranscriptSource.ManualCaptions, null), CaptionsJson.Default.Transcript, default);

        var outcome = await RunAsync(
            store, transcript, TimeSpan.FromMinutes(9), Chapter(0, "Eins"), Chapter(3, "Zwei"), Chapter(6, "Drei"));

        var segments = outcome.Hours.ShouldHaveSingleItem().Segments;
        segments.Select(segment => segment.Title).ShouldBe(["Eins", "Zwei", "Drei"]);
        var text = await store.ReadJsonAsync(segments[1].Text!.Value, SegmentsJson.Default.SegmentText, default);
        text.Title.ShouldBe("Zwei");
    }

    private static Chapter Chapter(int minute, string title) =>
        new(TimeSpan.FromMinutes(minute), TimeSpan.FromMinutes(minute + 3), title);

    private static async Task<SectionOutcome> RunAsync(
        InMemoryArtifactStore store, ArtifactRef transcript, TimeSpan duration, params Chapter[] chapters)
    {
        var video = await store.WriteJsonAsync(
            new Video { Id = "v", Title = "V", Extractor = "file", Duration = duration, Chapters = chapters },
            SourcesJson.Default.Video, default);
        return await new SectionStep(store).RunAsync(
            new SectionRequest(transcript, video, [], SectionOptions.Default), default);
    }
}
