using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Speech.Stitching;

/// <summary>What a transcript by speech recognition says of itself, and when there is none.</summary>
public sealed class StitchStepSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);
    private static readonly LanguageTag German = LanguageTag.Parse("de", null);
    private static readonly Failure Refused = new(FailureCategory.Api, "speech.rejected", "It was refused.");

    private readonly InMemoryArtifactStore _store = new();

    [Fact]
    public async Task A_chunk_that_failed_is_a_gap_and_its_speech_is_not_covered()
    {
        var outcome = await StitchAsync([Said(0, "first words", 10), Failed(), Said(2, "last words", 210)]);

        var coverage = (await TranscriptOf(outcome)).Coverage.ShouldNotBeNull();
        coverage.Speech.ShouldBe(TimeSpan.FromSeconds(280));
        coverage.Covered.ShouldBe(TimeSpan.FromSeconds(180));
        coverage.Gaps.ShouldBe([
            new TranscriptGap(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(55), "audio",
                new Failure(FailureCategory.Processing, "audio.lost", "The file is damaged here.")),
            new TranscriptGap(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(200), "transcription", Refused),
        ]);
    }

    [Fact]
    public async Task The_language_is_that_of_most_of_the_speech_unless_it_was_detected()
    {
        ChunkOutcome[] chunks = [Said(0, "eins", 10, German), Said(1, "two", 110, English), Said(2, "three", 210, English)];

        (await TranscriptOf(await StitchAsync(chunks))).Language.ShouldBe(English);
        (await TranscriptOf(await StitchAsync(chunks, German))).Language.ShouldBe(German);
    }

    [Fact]
    public async Task Estimated_times_and_what_was_noted_of_chunks_are_said()
    {
        var outcome = await StitchAsync([
            Said(0, "words", 10, approximate: true), Empty() with { Note = "It repeats itself." }, Empty()]);

        outcome.Notes.Count.ShouldBe(2);
        outcome.Notes[0].ShouldContain("estimated");
        outcome.Notes[1].ShouldBe("It repeats itself.");
    }

    [Fact]
    public async Task Words_that_fit_in_more_than_one_way_stay_in_both_and_that_is_said()
    {
        var outcome = await StitchAsync([Said(0, "row row row row", 96), Said(1, "row row row row", 98.5), Empty()]);

        var transcript = await TranscriptOf(outcome);
        string.Join(' ', transcript.Cues.Select(cue => cue.Text)).ShouldBe("row row row row row row row row");
        outcome.Notes.ShouldHaveSingleItem().ShouldContain("may stand twice there (1:40)");
    }

    [Fact]
    public async Task Where_nothing_is_said_there_is_no_transcript()
    {
        var outcome = await StitchAsync([Empty(), Empty(), Empty()]);

        outcome.Transcript.ShouldBeNull();
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("speech.none");
        outcome.Failure.Message.ShouldContain("no speech was recognised");
    }

    [Fact]
    public async Task Where_every_chunk_failed_the_first_failure_is_that_of_the_transcript()
    {
        var outcome = await StitchAsync([Failed(), Failed(), Failed()]);

        outcome.Transcript.ShouldBeNull();
        outcome.Failure.ShouldBe(Refused);
    }

    [Fact]
    public async Task Without_times_of_words_what_both_chunks_heard_comes_once()
    {
        var outcome = await StitchAsync([
            Said(0, "and so we went to the old", 96), Said(1, "to the old town of Harwich", 98.5), Empty()]);

        var transcript = await TranscriptOf(outcome);
        string.Join(' ', transcript.Cues.Select(cue => cue.Text)).ShouldBe("and so we went to the old town of Harwich");
    }

    [Fact]
    public async Task A_script_without_spaces_is_joined_by_its_letters()
    {
        var outcome = await StitchAsync([Said(0, "今天天气很好我们", 97), Said(1, "很好我们去公园吧", 99), Empty()]);

        var transcript = await TranscriptOf(outcome);
        string.Concat(transcript.Cues.Select(cue => cue.Text)).ShouldBe("今天天气很好我们去公园吧");
    }

    [Theory]
    [InlineData("یہ پہلا جملہ ہے جو کافی لمبا ہے اور یہاں ختم ہوتا ہے۔", "دوسرا جملہ اس کے بعد آتا ہے اور وہ بھی کافی لمبا ہے۔")]
    [InlineData("पहला वाक्य यहाँ बहुत लंबा होकर समाप्त होता है।", "दूसरा वाक्य उसके बाद आता है और वह भी लंबा है।")]
    [InlineData("هل هذه الجملة الأولى طويلة بما يكفي لتنتهي هنا؟", "والجملة الثانية تأتي بعدها وهي أيضا طويلة جدا.")]
    public async Task A_phrase_too_long_for_a_cue_is_split_after_a_sentence_of_any_script(string first, string second)
    {
        var transcript = await TranscriptOf(await StitchAsync([Said(0, $"{first} {second}", 10), Empty(), Empty()]));

        transcript.Cues.Select(cue => cue.Text).ShouldBe([first, second]);
    }

    [Fact]
    public async Task The_same_word_before_and_after_a_pause_at_the_cut_is_not_taken_for_one()
    {
        var outcome = await StitchAsync([
            Said(0, "that is the end of it", 92), Said(1, "now the next thing begins here", 101), Empty()]);

        var transcript = await TranscriptOf(outcome);
        string.Join(' ', transcript.Cues.Select(cue => cue.Text))
            .ShouldBe("that is the end of it now the next thing begins here");
    }

    [Fact]
    public async Task Voices_of_different_chunks_are_not_taken_for_one()
    {
        (await TranscriptOf(await StitchAsync([Said(0, "first words", 10, speaker: "A"), Empty(), Empty()])))
            .Cues.Select(cue => cue.Speaker).ShouldBe(["A"]);
        (await TranscriptOf(await StitchAsync([
            Said(0, "first words", 10, speaker: "A"), Said(1, "more words", 110, speaker: "Dora Lind"),
            Said(2, "last words", 210, speaker: "SPEAKER_00")])))
            .Cues.Select(cue => cue.Speaker).ShouldBe(["A (part 1)", "Dora Lind", "SPEAKER_00 (part 3)"]);
    }

    [Fact]
    public async Task A_line_that_stays_over_all_chunks_is_one_gap_and_its_speech_is_not_covered()
    {
        var thanks = string.Join(' ', Enumerable.Repeat("Thank you.", 25));
        var outcome = await StitchAsync([
            Said(0, thanks, 10, length: 85), Said(1, thanks, 105, length: 90), Said(2, thanks, 205, length: 90)]);

        var coverage = (await TranscriptOf(outcome)).Coverage.ShouldNotBeNull();
        var gap = coverage.Gaps.Single(gap => gap.Failure.Code == "transcript.loop");
        (gap.Start.TotalSeconds, gap.End.TotalSeconds, gap.Stage).ShouldBe((10, 295, "transcription"));
        coverage.Covered.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Labels_in_the_recognised_text_are_speakers() =>
        (await TranscriptOf(await StitchAsync([
            Said(0, "SPEAKER_00: first words", 10), Said(1, "SPEAKER_01: more words", 110), Said(2, "SPEAKER_00: last words", 210)])))
            .Cues.Select(cue => (cue.Speaker, cue.Text)).ShouldBe([
                ("SPEAKER_00", "first words"), ("SPEAKER_01", "more words"), ("SPEAKER_00", "last words")]);

    private static ChunkOutcome Failed() => new(ChunkStatus.Failed, null, Refused);

    private static ChunkOutcome Empty() => new(ChunkStatus.Empty, null, null);

    private ChunkOutcome Said(
        int chunk, string text, double at, LanguageTag? language = null, bool approximate = false, string? speaker = null, double length = 4)
    {
        var phrase = new SpokenPhrase(TimeSpan.FromSeconds(at), TimeSpan.FromSeconds(at + length), text, []) { Speaker = speaker };
        var written = _store.WriteJsonAsync(
            new ChunkTranscript(chunk, language, [phrase], approximate), SpeechJson.Default.ChunkTranscript,
            CancellationToken.None);
        return new ChunkOutcome(ChunkStatus.Ok, written.Result, null);
    }

    private async Task<StitchOutcome> StitchAsync(IReadOnlyList<ChunkOutcome> chunks, LanguageTag? language = null)
    {
        var cut = new Cut(CutReason.NoSilence, TimeSpan.Zero, 0);
        var seconds = TimeSpan.FromSeconds(1);
        var plan = new ChunkPlan(ChunkStrategy.Adaptive,
            [.. Enumerable.Range(0, 3).Select(i => new Chunk(
                i, i * 100 * seconds, (i + 1) * 100 * seconds,
                Math.Max(0, i * 100 - 2) * seconds, Math.Min(300, (i + 1) * 100 + 2) * seconds,
                95 * seconds, cut, cut))],
            [], 300 * seconds, 285 * seconds, 2, seconds, "2 workers", null);
        var track = new AudioTrack(
            new AudioRef(new string('a', 64), 300 * PcmFormat.SampleRate), 300 * seconds,
            [new Silence(20 * seconds, 35 * seconds, 10)],
            [new LostAudio(50 * seconds, 55 * seconds, "The file is damaged here.")], -40, null);
        var request = new StitchRequest(
            await _store.WriteJsonAsync(track, AudioJson.Default.AudioTrack, CancellationToken.None),
            await _store.WriteJsonAsync(plan, ChunkingJson.Default.ChunkPlan, CancellationToken.None),
            chunks, language, "whisper-1 by openai");
        return await new StitchStep(_store).RunAsync(request, CancellationToken.None);
    }

    private Task<Transcript> TranscriptOf(StitchOutcome outcome) => _store.ReadJsonAsync(
        outcome.Transcript.ShouldNotBeNull().Content, CaptionsJson.Default.Transcript, CancellationToken.None);
}
