using Xunit.Abstractions;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Languages;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

public sealed class CaptionFuzzSpecs(ITestOutputHelper output)
{
    [Fact]
    public void Json3_is_read_or_refused() => Check(
        "json3",
        FuzzBytes.Of(
            """
            { "wireMagic": "pb3", "pens": [{}], "events": [
              { "tStartMs": 0, "dDurationMs": 9720, "id": 1, "wpWinPosId": 1, "wsWinStyleId": 1 },
              { "tStartMs": 160, "dDurationMs": 4680, "wWinId": 1, "segs": [
                { "utf8": "hello", "acAsrConf": 252 }, { "utf8": " there", "tOffsetMs": 200 } ] },
              { "tStartMs": 2190, "dDurationMs": 2650, "wWinId": 1, "aAppend": 1, "segs": [{ "utf8": "\n" }] },
              { "tStartMs": "2200", "segs": [{ "utf8": "R\u0026D \ud83d\ude00" }] } ] }
            """),
        FuzzBytes.Of(
            "{ \"events\": [", "{ \"segs\": [{ \"utf8\": \"", "\" }] }", "\"tStartMs\": ", "\"dDurationMs\": ", ",",
            "]", "}", "\"\\ud800\": 1,", "\"events\"", "\"utf8\": ", "\\u0065vents"));

    [Fact]
    public void WebVtt_is_read_or_refused() => Check(
        "WebVTT",
        [FuzzCorpus.Sample("longitude.en.vtt"), .. FuzzCorpus.Shared("captions/acde-233/transcript.vtt")],
        FuzzBytes.Of(
            "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "00:00:01.500", " --> ", "align:start position:0%\n", "\n\n",
            "NOTE ", "STYLE\n", "<c.yellow>", "</c>", "<00:00:01.500>", "<v Ann>", "&amp;", "&lrm;", "word ",
            "9999:00:00.000"));

    [Fact]
    public void Srt_is_read_or_refused() => Check(
        "SRT",
        [
            .. FuzzBytes.Of("1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i>\nthere\n\n2\n0:02,5 --> \n{\\an8}Again\n"),
            .. FuzzCorpus.Shared("speech/epub-speech.srt", "captions/auto_detect_windows-1250.srt"),
        ],
        FuzzBytes.Of(
            "1\n", "2\n", "00:00:01,000 --> 00:00:02,000\n", "0:1,5", " --> ", "-00:00:01,000", "\r\n", "{\\an8}",
            "<font color=", "</font>", "word ", "\n\n"));

    [Fact]
    public void YouTubes_xml_is_read_or_refused() => Check(
        "YouTube XML",
        FuzzBytes.Of(
            """
            <?xml version="1.0" encoding="utf-8" ?><transcript><text start="0.5" dur="1.25">it&amp;#39;s</text>
            <text start="2">R&amp;amp;D no end</text><text start="4.1" dur="1"/></transcript>
            """,
            """
            <timedtext format="3"><head><pen id="1"/></head><body><w t="0" id="1"/>
            <p t="160" d="4680" w="1"><s ac="252">hello</s><s t="200"> there</s></p>
            <p t="2200" d="1000">plain<br/>lines</p></body></timedtext>
            """),
        FuzzBytes.Of(
            "<transcript>", "<timedtext>", "<text start=\"1\" dur=\"2\">", "</text>", "<p t=\"1\" d=\"2\">", "</p>",
            "<s>", "</s>", "<br/>", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", "<!DOCTYPE t [",
            "<!ENTITY a \"aa\">", "&a;", "&amp;", " t=\"", "\"", "</transcript>", "</timedtext>", "xmlns:a=\"b\"",
            "a:"));

    private void Check(string name, IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> words) =>
        Fuzz.Check(new FuzzTarget(name, seeds, words, Read), output);

    private static bool Read(byte[] input)
    {
        // The language chooses among encodings, so some inputs are read in each kind of them.
        var language = LanguageOf(input);
        var reading = CaptionReader.Read(input, null, language);
        (reading.Cues is null).ShouldBe(reading.Reason is not null);
        if (reading.Cues is null)
            return false;
        reading.Cues.ShouldNotBeEmpty();
        var start = TimeSpan.Zero;
        foreach (var cue in reading.Cues)
        {
            if (cue.Start < start || cue.End < cue.Start || cue.Text.Length == 0 || cue.Text.Contains('\n'))
                cue.ShouldBeNull("a cue out of order, without length, or not on one line");
            start = cue.Start;
        }

        return true;
    }

    private static LanguageTag? LanguageOf(byte[] input) => (input.Length % 8) switch
    {
        1 => LanguageTag.Parse("ja", null),
        2 => LanguageTag.Parse("ko", null),
        3 => LanguageTag.Parse("zh-TW", null),
        4 => LanguageTag.Parse("zh", null),
        5 => LanguageTag.Parse("ru", null),
        _ => null,
    };
}
