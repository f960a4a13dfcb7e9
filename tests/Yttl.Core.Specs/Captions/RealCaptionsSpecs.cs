using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

public sealed class RealCaptionsSpecs
{
    [TestDataFact]
    public void A_call_of_an_hour_and_three_quarters_is_read_whole()
    {
        var cues = Read("captions/acde-233/transcript.vtt");
        cues.Count.ShouldBe(678);
        (cues[0].Speaker, cues[0].Text).ShouldBe(("Guillaume", "Hello."));
        cues[^1].End.ShouldBeGreaterThan(TimeSpan.FromMinutes(100));
    }

    [TestDataFact]
    public void Serbian_in_its_old_code_page_is_read_without_being_told()
    {
        var cues = Read("captions/auto_detect_windows-1250.srt");
        CueLines.Of(cues.Skip(1).Take(2)).ShouldBe(
            ["81.233-82.732 Đino!", "84.233-87.382 Đino, dođavola. Dolazi ovamo!"]);
    }

    [TestDataFact]
    public void A_reference_transcript_loses_no_word()
    {
        var said = File.ReadLines(TestData.PathOf("speech/epub-speech.srt"))
            .Where(line => !line.Contains("-->", StringComparison.Ordinal) && !line.All(char.IsAsciiDigit));
        string.Join(' ', Read("speech/epub-speech.srt").Select(cue => cue.Text)).ShouldBe(string.Join(' ', said));
    }

    [TestDataFact]
    public void What_is_not_captions_is_refused()
    {
        Refusal("bad/html-error-page-named-ggml-tiny.bin").ShouldContain("web page");
        Refusal("bad/zero-length.mp4").ShouldContain("empty");
        Refusal("bad/truncated-half.mp4").ShouldContain("format");
        Refusal("speech/epub-speech.txt").ShouldBe(CaptionReading.WithoutTimes);
    }

    [TestDataFact]
    public void What_whisperx_wrote_is_read_whole()
    {
        var cues = Read("whisper-output/whisperx-12min.json");

        cues.Count.ShouldBe(97);
        cues[^1].End.TotalSeconds.ShouldBe(734.482, 0.001);
    }

    private static IReadOnlyList<Cue> Read(string name) => Of(name).Cues.ShouldNotBeNull();

    private static string Refusal(string name) => Of(name).Reason.ShouldNotBeNull();

    private static CaptionReading Of(string name) =>
        CaptionReader.Read(File.ReadAllBytes(TestData.PathOf(name)), Path.GetExtension(name), null);
}
