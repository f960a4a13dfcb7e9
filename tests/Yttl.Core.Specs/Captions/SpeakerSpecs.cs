using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>Who speaks, and that the name is no part of what is said.</summary>
public sealed class SpeakerSpecs
{
    [Fact]
    public void Teams_names_each_voice() => Lines(ReadCase("teams-voices.vtt")).ShouldBe([
        "3.54-7.85 Dora Lind: We should move the launch to the second week of June.",
        "8-12.1 Amir Haddad: No, the supplier cannot deliver before July.",
        "12.5-17 Dora Lind: Then I will tell the client today."]);

    [Fact]
    public void Otter_names_each_turn() => Lines(ReadCase("otter.txt")).ShouldBe([
        "1-5 Dora Lind: The bridge was finished in the spring.", "5-15 Amir Haddad: Nobody had asked the river."]);

    [Theory]
    [InlineData("<v Mary>Hello there</v>", "0-10 Mary: Hello there")]
    [InlineData("<v.loud Mary>Hello there", "0-10 Mary: Hello there")]
    [InlineData("<v.loud.first  Mary  O'Hara >Hello there", "0-10 Mary O'Hara: Hello there")]
    [InlineData("<v\tMary>Hello <b>there</b></v>", "0-10 Mary: Hello there")]
    [InlineData("<v Mary>Hello</v>\n<v Mary>there</v>", "0-10 Mary: Hello there")]
    [InlineData("<v Mary>Hello</v>\n<v Bob>There</v>", "0-5 Mary: Hello", "5-10 Bob: There")]
    [InlineData("<v Mary>Hello <v Bob>There", "0-5 Mary: Hello", "5-10 Bob: There")]
    [InlineData("<v Mary>Hello <v Bob>aye</v> there</v>", "0-3.846 Mary: Hello", "3.846-6.154 Bob: aye", "6.154-10 Mary: there")]
    [InlineData("Hello <v Bob>There", "0-5 Hello", "5-10 Bob: There")]
    [InlineData("<v Bob>Hello</v> There", "0-5 Bob: Hello", "5-10 There")]
    [InlineData("<v>Hello there", "0-10 Hello there")]
    [InlineData("<v ->Hello there", "0-10 Hello there")]
    [InlineData("<v.loud>Hello there</v>", "0-10 Hello there")]
    [InlineData("<v A &amp; B &lt;x&gt;>Hello there", "0-10 A & B <x>: Hello there")]
    [InlineData("<v <i>Mary</i>>Hello there", "0-10 Mary: Hello there")]
    [InlineData("<v Mary\nAnn>Hello there", "0-10 Mary Ann: Hello there")]
    [InlineData("<v Mary>Mary: Hello there", "0-10 Mary: Hello there")]
    [InlineData("<v Mary Hello there", "0-10 <v Mary Hello there")]
    [InlineData("a <vector> of 1 < 2", "0-10 a <vector> of 1 < 2")]
    public void A_voice_speaks_until_its_end(string text, params string[] cues) =>
        Lines(ReadVtt((0, 10, text))).ShouldBe(cues);

    [Fact]
    public void A_name_of_ten_kilobytes_is_cut_and_its_words_stay()
    {
        var cue = ReadVtt((0, 10, $"<v {new string('x', 10_000)}>Hello there")).ShouldHaveSingleItem();

        cue.Speaker.ShouldBe(new string('x', 79) + "…");
        cue.Text.ShouldBe("Hello there");
    }

    [Fact]
    public void Ten_thousand_voices_in_one_cue_are_read_at_once()
    {
        var cues = ReadVtt((0, 3600, string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<v N{i % 7}>word{i}"))));

        cues.Count.ShouldBe(10_000);
        ReadVtt((0, 10, string.Concat(Enumerable.Repeat("<v ", 50_000)) + "Hello")).Count.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Dora Lind: We sail.|Amir: No.|Dora Lind: Yes.", "Dora Lind: We sail.|Amir: No.|Dora Lind: Yes.")]
    [InlineData("Dora: We sail|Dora: at noon.|Dora: Good.", "Dora: We sail|Dora: at noon.|Dora: Good.")]
    [InlineData("SPEAKER_00: We sail.|SPEAKER_01: No.|SPEAKER_00: Yes.", "SPEAKER_00: We sail.|SPEAKER_01: No.|SPEAKER_00: Yes.")]
    [InlineData("[SPEAKER_00]: We sail.|[SPEAKER_01]: No.|[SPEAKER_00]: Yes.", "SPEAKER_00: We sail.|SPEAKER_01: No.|SPEAKER_00: Yes.")]
    [InlineData("(speaker 0) We sail.|(speaker 1) No.|(speaker 0) Yes.", "speaker 0: We sail.|speaker 1: No.|speaker 0: Yes.")]
    [InlineData("Speaker 1: We sail.|Speaker 2: No.|Speaker 1: Yes.", "Speaker 1: We sail.|Speaker 2: No.|Speaker 1: Yes.")]
    [InlineData("Dr. Ott: We sail.|Karim T. (mat): No.|Dr. Ott: Yes.", "Dr. Ott: We sail.|Karim T. (mat): No.|Dr. Ott: Yes.")]
    [InlineData("Dan - Example.org: We sail.|nixo: No.|Dan - Example.org: Yes.", "Dan - Example.org: We sail.|nixo: No.|Dan - Example.org: Yes.")]
    [InlineData("田中：出航します。|鈴木：いいえ。|田中：はい。", "田中: 出航します。|鈴木: いいえ。|田中: はい。")]
    [InlineData("Дора: Идём.|Амир: Нет.|Дора: Да.", "Дора: Идём.|Амир: Нет.|Дора: Да.")]
    [InlineData("Zoé : On y va.|Luc : Non.|Zoé : Si.", "Zoé: On y va.|Luc: Non.|Zoé: Si.")]
    [InlineData(">> DORA: We sail.|>> AMIR: No.|>> DORA: Yes.", "DORA: We sail.|AMIR: No.|DORA: Yes.")]
    [InlineData("Dora: We sail.|at noon.|Amir: No.|Dora: Yes.", "Dora: We sail.|Dora: at noon.|Amir: No.|Dora: Yes.")]
    [InlineData("Dora: We sail.|[Applause]|Dora: Yes.|Amir: No.", "Dora: We sail.|[Applause]|Dora: Yes.|Amir: No.")]
    [InlineData("Dora: We sail.|Note: at noon.|Dora: Yes.|Amir: No.", "Dora: We sail.|Dora: Note: at noon.|Dora: Yes.|Amir: No.")]
    [InlineData("Dora: 12:30 it is.|Amir: Note: no.|Dora: Yes.", "Dora: 12:30 it is.|Amir: Note: no.|Dora: Yes.")]
    public void A_name_that_recurs_is_a_speaker(string said, string cues) =>
        Lines(Read(said)).Select(WithoutTime).ShouldBe(cues.Split('|'));

    [Theory]
    [InlineData("Note: this works.|Note: this does not.|So we stop.")]
    [InlineData("Step 2: cut it.|Step 2: glue it.|Step 2: paint it.")]
    [InlineData("12:30 we left.|12:30 we ate.|12:30 we slept.")]
    [InlineData("At noon: we left.|We ate.|We slept.|And then: at noon: we woke.")]
    [InlineData("Dora: We sail.|Amir: No.")]
    [InlineData("Mary: she sailed on.")]
    [InlineData("Remember: it sinks.|I remember it all.|Remember: it floats.|It floats.|It sinks.")]
    [InlineData("Option A: go.|Stay here.|Now we choose.|Option A: stay.|We stay here.")]
    [InlineData("Lesson 1: go.|Stay.|We choose.|Lesson 1: stay.|We stay.")]
    [InlineData("https://example.org is it.|https://example.org is not.|Go.")]
    [InlineData("There is one rule: go.|There is one rule: stay.|Who knows.|They know.|We know.")]
    public void Other_words_before_a_colon_are_said(string said)
    {
        var cues = Read(said);

        cues.ShouldAllBe(cue => cue.Speaker == null);
        cues.Select(cue => cue.Text).ShouldBe(said.Split('|'));
    }

    [Fact]
    public void A_name_that_comes_once_is_not_put_into_another_mouth() =>
        Lines(Read("Dora: We sail.|at noon.|and so on.|Dora: Or not.|We see.|Amir: No.|I stay.|Dora: Fine.")).Select(WithoutTime)
            .ShouldBe([
                "Dora: We sail.", "Dora: at noon.", "Dora: and so on.", "Dora: Or not.", "Dora: We see.", "Amir: No.", "I stay.",
                "Dora: Fine."]);

    [Fact]
    public void Subtitles_that_name_a_few_leave_the_others_unnamed() =>
        Lines(Read("We sail at noon.|MARY: Wait for me.|And so we waited.|MARY: Here I am.|We sailed.")).Select(WithoutTime).ShouldBe([
            "We sail at noon.", "MARY: Wait for me.", "And so we waited.", "MARY: Here I am.", "We sailed."]);

    [Fact]
    public void Two_who_speak_in_one_cue_share_its_time_by_letters() =>
        Lines(ReadVtt((0, 10, "Dora: We sail.\nAmir: Aye aye."), (10, 20, "Amir: And\nat noon."), (20, 30, "Dora: Good.")))
            .ShouldBe([
                "0-5 Dora: We sail.", "5-10 Amir: Aye aye.", "10-20 Amir: And at noon.", "20-30 Dora: Good."]);

    [Theory]
    [InlineData("""{"segments":[{"start":0,"end":4,"text":" We sail.","speaker":"SPEAKER_00"},{"start":4,"end":6,"text":" No."}]}""", "0-4 SPEAKER_00: We sail.|4-6 No.")]
    [InlineData("""{"task":"transcribe","duration":6,"text":"We sail. No.","segments":[{"type":"transcript.text.segment","id":"seg_0","start":0,"end":4,"text":"We sail.","speaker":"A"},{"id":"seg_1","start":4,"end":6,"text":"No.","speaker":"B"}]}""", "0-4 A: We sail.|4-6 B: No.")]
    [InlineData("""{"transcription":[{"offsets":{"from":0,"to":4000},"text":" We sail.","speaker":"0"},{"offsets":{"from":4000,"to":6000},"text":" No.","speaker":1}]}""", "0-4 Speaker 0: We sail.|4-6 Speaker 1: No.")]
    [InlineData("""{"words":[{"word":"We","start":0,"end":1,"speaker":"A"},{"word":"sail.","start":1,"end":2,"speaker":"A"},{"word":"No.","start":2,"end":3,"speaker":"B"}]}""", "0-2 A: We sail.|2-3 B: No.")]
    [InlineData("""{"segments":[{"start":0,"end":4,"text":"SPEAKER_00: We sail."},{"start":4,"end":6,"text":"SPEAKER_01: No."},{"start":6,"end":7,"text":"SPEAKER_00: Yes."}]}""", "0-4 SPEAKER_00: We sail.|4-6 SPEAKER_01: No.|6-7 SPEAKER_00: Yes.")]
    public void Recognisers_that_tell_voices_apart_name_them(string json, string cues) =>
        Lines(CaptionReader.Read(Encoding.UTF8.GetBytes(json), "json", null).Cues!).ShouldBe(cues.Split('|'));

    [Fact]
    public void Headings_above_the_times_of_a_text_are_no_speakers()
    {
        var text = string.Join("\n\n", new[] { "Opening", "The bridge", "The river", "The flood", "Closing" }
            .Select((heading, i) => $"{heading}  {i}:00\nWords of part {i}."));

        CaptionReader.Read(Encoding.UTF8.GetBytes(text), "txt", null).Cues!.ShouldAllBe(cue => cue.Speaker == null);
    }

    [TestDataFact]
    public void Every_cue_of_a_recorded_call_has_its_speaker_and_no_label()
    {
        foreach (var path in Directory.GetFiles(TestData.PathOf("captions/calls"), "*.vtt", SearchOption.AllDirectories))
        {
            var cues = CaptionReader.Read(File.ReadAllBytes(path), "vtt", null).Cues!;
            cues.ShouldAllBe(cue => cue.Speaker != null);
            cues.ShouldAllBe(cue => !cue.Text.StartsWith(cue.Speaker + ":", StringComparison.Ordinal));
        }
    }

    [TestDataFact]
    public void Lectures_and_films_without_labels_have_no_speakers()
    {
        foreach (var name in new[] { "captions/auto_detect_windows-1250.srt", "speech/epub-speech.srt" })
            CaptionReader.Read(File.ReadAllBytes(TestData.PathOf(name)), "srt", null).Cues!.ShouldAllBe(cue => cue.Speaker == null);
    }

    private static string WithoutTime(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string[] Lines(IEnumerable<Cue> cues) => CueLines.Of(cues.Select(cue =>
        cue with { Text = cue.Speaker is { } speaker ? $"{speaker}: {cue.Text}" : cue.Text }));

    private static IReadOnlyList<Cue> Read(string said) =>
        ReadVtt([.. said.Split('|').Select((text, i) => (3 * i, 3 * i + 3, text))]);

    private static IReadOnlyList<Cue> ReadVtt(params (int Start, int End, string Text)[] cues) => CaptionReader.Read(
        Encoding.UTF8.GetBytes("WEBVTT\n\n" + string.Join("\n\n", cues.Select(
            cue => $"{TimeSpan.FromSeconds(cue.Start):c}.000 --> {TimeSpan.FromSeconds(cue.End):c}.000\n{cue.Text}"))),
        "vtt",
        null).Cues.ShouldNotBeNull();

    private static IReadOnlyList<Cue> ReadCase(string name) => CaptionReader.Read(
        File.ReadAllBytes(Repository.PathOf(Path.Combine("tests/Yttl.Core.Specs/Captions/Cases", name))),
        Path.GetExtension(name),
        null).Cues.ShouldNotBeNull();
}
