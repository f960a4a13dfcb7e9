using System.Text.Json;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Specs.Speech.Stitching;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Speech;

/// <summary>What is a recogniser's loop, and what people say.</summary>
public sealed class LoopGuardSpecs
{
    [Theory]
    [InlineData("a word", "you you you you you you you you you you you you")]
    [InlineData("two words", "thank you thank you thank you thank you thank you thank you thank you thank you")]
    [InlineData("a sentence", "So I went to the store. So I went to the store. So I went to the store. So I went to the "
        + "store. So I went to the store.")]
    [InlineData("letters without spaces", "谢谢观看谢谢观看谢谢观看谢谢观看谢谢观看")]
    public void The_same_words_on_end_are_a_loop(string what, string text) =>
        RepetitionDetector.Find([Said(0, 30, text)]).ShouldNotBeNull(what);

    [Fact]
    public void One_line_over_all_of_a_chunk_is_a_loop() =>
        RepetitionDetector.Find(
            [Said(0, 30, "Thanks for watching!"), Said(30, 60, "Thanks for watching."), Said(60, 90, "thanks for watching")])
            .ShouldNotBeNull();

    [Fact]
    public void A_window_that_compresses_too_well_is_a_loop() =>
        RepetitionDetector.Find([Said(0, 29, string.Join(' ', Enumerable.Range(1, 40).Select(
            i => $"and I went to the {(i % 3 == 0 ? "shop" : "store")} and then")))]).ShouldNotBeNull();

    [Fact]
    public void Lines_that_differ_in_one_word_each_are_none()
    {
        foreach (var text in RecitedText.All.Take(3))
            RepetitionDetector.Find([.. text.Lines.Select(line => new SpeechSegment(new SpokenPhrase(
                line[0].Start, line[^1].End, string.Join(' ', line.Select(word => word.Text)), [])))])
                .ShouldBeNull(text.Name);
    }

    [Fact]
    public void What_the_recogniser_itself_finds_too_dense_is_a_loop() =>
        RepetitionDetector.Find([Said(0, 5, "Well then.") with { CompressionRatio = 2.7 }]).ShouldNotBeNull();

    [Theory]
    [InlineData("No, no, no, no, no, that is not what I said.")]
    [InlineData("Yes.")]
    [InlineData("Row, row, row your boat gently down the stream. Merrily, merrily, merrily, merrily, life is but a dream.")]
    public void What_people_say_is_none(string text) => RepetitionDetector.Find([Said(0, 20, text)]).ShouldBeNull();

    [Fact]
    public void Nothing_is_none() => RepetitionDetector.Find([]).ShouldBeNull();

    [TestDataFact]
    public void Prose_read_aloud_for_twenty_minutes_is_none()
    {
        var text = File.ReadAllText(TestData.PathOf("speech/epub-speech.txt"));

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        RepetitionDetector.Find([.. EstimatedTimings.Over(line, TimeSpan.FromMinutes(19.5)).Select(phrase => new SpeechSegment(phrase))])
            .ShouldBeNull();
        RepetitionDetector.Find([Said(0, 1170, text)]).ShouldBeNull("as one segment");
    }

    [TestDataFact]
    public void A_real_recognisers_twelve_minutes_of_a_meeting_are_none()
    {
        var body = File.ReadAllBytes(TestData.PathOf("whisper-output/whisperx-12min.json"));

        var answer = TranscriptionReader.Read(body, "application/json", TimeSpan.FromMinutes(12)).ShouldNotBeNull();

        answer.Segments.Count.ShouldBe(97);
        RepetitionDetector.Find(answer.Segments).ShouldBeNull();
    }

    [TestDataFact]
    public void Every_word_of_a_real_answer_keeps_its_text()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(TestData.PathOf("whisper-output/whisperx-12min.json")));
        var body = File.ReadAllBytes(TestData.PathOf("whisper-output/whisperx-12min.json"));

        var answer = TranscriptionReader.Read(body, "application/json", TimeSpan.FromMinutes(12)).ShouldNotBeNull();

        answer.Segments.ShouldAllBe(segment => segment.Phrase.Words.Count > 0
            && string.Concat(segment.Phrase.Words.Select(word => word.Text)) == segment.Phrase.Text);
        answer.Segments.Count.ShouldBe(document.RootElement.GetProperty("segments").GetArrayLength());
    }

    private static SpeechSegment Said(double start, double end, string text) =>
        new(new SpokenPhrase(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text, []));
}
