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

    [Fact]
    public void Ttml_is_read_or_refused() => Check(
        "TTML",
        FuzzBytes.Of(
            """
            <?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
            ttp:frameRate="25" ttp:tickRate="100"><head><metadata><title>x</title></metadata></head><body begin="1s">
            <div timeContainer="seq"><p dur="2s">one<br/><span tts:ruby="text">x</span></p></div>
            <p begin="00:00:01:10" end="9000t" xml:space="preserve">two &amp; <span begin="1f" end="2f">three</span></p>
            </body></tt>
            """),
        FuzzBytes.Of(
            "<tt>", "<tt:tt>", "<body>", "<div>", "<p begin='1s' end='2s'>", "</p>", "<p>", "<span begin='1s'>", "</span>",
            "<br/>", " begin='", " dur='", "00:00:01:10", "120f", "9000t", "1e9s", "'", "<!DOCTYPE tt [", "<!ENTITY a \"aa\">",
            "]>", "&a;", "&nbsp;", "<![CDATA[", "]]>", " ttp:frameRate='0'", " ttp:frameRateMultiplier='1 0'",
            " timeContainer='seq'", "</tt>", "x:"));

    [Fact]
    public void Ass_is_read_or_refused() => Check(
        "ASS",
        FuzzBytes.Of(
            "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
            + "Dialogue: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,{\\an8}Hello,\\Nthere\nComment: 0,0:00:01.00,0:00:04.00,Default,,0,0,0,,no\n"
            + "Dialogue: 0,0:00:05.00,0:00:09.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}Again\n"),
        FuzzBytes.Of(
            "[Script Info]\n", "[Events]\n", "[Fonts]\n", "Format: Start, End, Text\n", "Format: ", "Dialogue: 0,", "0:00:01.00",
            ",", "Default,,0,0,0,,", "{\\p1}", "{\\p0}", "{\\pos(1,2)}", "{", "}", "\\N", "\\h", "\\{", "word ", "\n"));

    [Fact]
    public void Sbv_is_read_or_refused() => Check(
        "SBV",
        FuzzBytes.Of("0:00:01.000,0:00:04.000\nHello[br]there\n\n0:00:04,500,0:00:09,000\nAgain\n"),
        FuzzBytes.Of("0:00:01.000", ",", "0:00:04,000", "[INFORMATION]\n", "[br]", "\n", "\r\n", "word ", "9999:00:00.000", "-"));

    [Fact]
    public void Whispers_json_is_read_or_refused() => Check(
        "Whisper's JSON",
        FuzzBytes.Of(
            """{"text":" a","segments":[{"id":0,"start":0.0,"end":4.0,"text":" a","words":[{"word":"a","start":0.1,"end":0.2}],"avg_logprob":NaN}]}""",
            """{"transcription":[{"timestamps":{"from":"00:00:00,000"},"offsets":{"from":0,"to":4000},"text":" a"}]}""",
            """[{"text":"a","start":"1.5","duration":2},{"timestamp":[1,null],"text":"b"}]""",
            """{"words":[{"word":"a","start":0,"end":1},{"word":"b","start":12}]}"""),
        FuzzBytes.Of(
            "{\"segments\":[", "{\"transcription\":[", "{\"chunks\":[", "{\"words\":[", "{\"start\":", "\"end\":", "\"text\":\"",
            "\"offsets\":{\"from\":", "\"timestamp\":[", "NaN", "-Infinity", "1e308", "null", "\\ud800", "\"", ",", "]", "}"));

    [Fact]
    public void Text_with_speakers_and_times_is_read_or_refused() => Check(
        "timed text",
        FuzzBytes.Of("Dora Lind  0:01\nThe bridge was finished.\n\nAmir Haddad  0:05\nNobody asked.\n", "0:01\na\n0:05\nb\n"),
        FuzzBytes.Of("Dora Lind", "  ", "0:01", "00:00:05", "(00:01):", "[", "]", "\n\n", "\n", "word ", "Transcribed by https://otter.ai", "\t"));

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
