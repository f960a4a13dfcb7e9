using System.Text;
using System.Xml;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class TtmlCaptionsSpecs
{
    [Fact]
    public void A_broadcasters_file_is_read() =>
        Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div>
            <p begin="00:00:01.000" end="00:00:04.000">The bridge was finished in the spring.</p>
            <p begin="00:00:04.500" end="00:00:09.000">Nobody had asked the river.</p>
            </div></body></tt>
            """).ShouldBe(["1-4 The bridge was finished in the spring.", "4.5-9 Nobody had asked the river."]);

    [Theory]
    [InlineData("00:00:01.500", "00:00:03", "1.5-3 a")]
    [InlineData("00:01:01.25", "00:01:02.125", "61.25-62.125 a")]
    [InlineData("1.5s", "3s", "1.5-3 a")]
    [InlineData("1500ms", "3000ms", "1.5-3 a")]
    [InlineData("0.5m", "0.01h", "30-36 a")]
    [InlineData("00:00:01:15", "00:00:03:00", "1.5-3 a")]
    [InlineData("45f", "90f", "1.5-3 a")]
    [InlineData("2t", "3t", "2-3 a")]
    [InlineData("1.5", "3", "1.5-3 a")]
    [InlineData("00:01.500", "00:03.000", "1.5-3 a")]
    [InlineData("00:00:01,500", "00:00:03,000", "1.5-3 a")]
    public void Times_are_clocks_frames_ticks_or_offsets(string begin, string end, string cue) =>
        Read($"<tt><body><div><p begin='{begin}' end='{end}'>a</p></div></body></tt>").ShouldBe([cue]);

    [Theory]
    [InlineData("ttp:tickRate='10000000'", "15000000t", "30000000t", "1.5-3 a")]
    [InlineData("ttp:frameRate='25'", "00:00:01:10", "00:00:03:05", "1.4-3.2 a")]
    [InlineData("ttp:frameRate='25'", "30t", "60t", "1.2-2.4 a")]
    [InlineData("ttp:frameRate='24' ttp:frameRateMultiplier='1000 1001'", "48f", "96f", "2.002-4.004 a")]
    [InlineData("ttp:frameRate='30' ttp:frameRateMultiplier='1000:1001'", "00:00:02:10", "00:00:04:00", "2.334-4 a")]
    [InlineData("ttp:frameRate='25' ttp:subFrameRate='5'", "00:00:01:10.5", "00:00:03:00", "1.44-3 a")]
    [InlineData("ttp:timeBase='smpte' ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001' ttp:dropMode='dropNTSC'", "00:01:00;02", "00:10:00;00", "60.06-599.999 a")]
    [InlineData("ttp:timeBase='smpte' ttp:frameRate='25'", "00:00:01:10", "00:00:03:05", "1.4-3.2 a")]
    [InlineData("ttp:frameRate='0' ttp:tickRate='-1'", "1s", "2s", "1-2 a")]
    public void The_rates_are_those_of_the_document(string parameters, string begin, string end, string cue) =>
        Read($"<tt xmlns:ttp='http://www.w3.org/ns/ttml#parameter' {parameters}><body><div><p begin='{begin}' end='{end}'>a</p></div></body></tt>")
            .ShouldBe([cue]);

    [Fact]
    public void Text_without_a_time_is_counted()
    {
        var parsed = TtmlCaptions.Read(
            "<tt><body>\n<p>none</p>\n<p begin='soon' end='3s'>b</p><p begin='00:75:00' end='3s'>c</p>\n<p begin='1s' end='3s'>d</p><p> </p></body></tt>");

        CueLines.Of(parsed.Cues).ShouldBe(["1-3 d"]);
        parsed.Notes.ShouldBe(["3 paragraphs have no time and are left out (first: line 2)"]);
    }

    [Fact]
    public void Times_are_relative_to_the_element_around() =>
        Read("""
            <tt><body begin="10s"><div begin="5s">
            <p begin="1s" dur="2s">one</p><p begin="4s" end="6s">two</p><p begin="7s" dur="9s" end="8s">three</p>
            </div><div timeContainer="seq"><p dur="2s">four</p><p begin="1s" dur="2s">five</p></div></body></tt>
            """).ShouldBe(["10-12 four", "13-15 five", "16-18 one", "19-21 two", "22-31 three"]);

    [Fact]
    public void Lines_spans_regions_and_styles_are_no_more_than_text() =>
        Read("""
            <tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">
            <tt:head><tt:metadata><ttm:title>A title</ttm:title></tt:metadata><tt:styling><tt:style xml:id="s1" tts:color="red"/></tt:styling>
            <tt:layout><tt:region xml:id="r1" tts:origin="10% 10%"/></tt:layout></tt:head>
            <tt:body><tt:div><ttm:desc>A scene</ttm:desc>
            <tt:p xml:id="p1" region="r1" begin="00:00:01.000" end="00:00:03.000">
              <tt:metadata ttm:desc="x">hidden</tt:metadata>
              <tt:span style="s1">The bridge
                 was</tt:span> <tt:span tts:fontStyle="italic">finished</tt:span><tt:br/>in the <![CDATA[spring]]>.
            </tt:p>
            <tt:p begin="4s" end="5s" tts:display="none">not shown</tt:p>
            <tt:p begin="6s" end="7s">橋<tt:span tts:ruby="container"><tt:span tts:ruby="base">春</tt:span><tt:span tts:ruby="text">はる</tt:span></tt:span></tt:p>
            <tt:p begin="8s" end="9s">R&amp;D&nbsp;&#8212; &lt;i&gt;x&lt;/i&gt; &eacute;</tt:p>
            <tt:p begin="9s" end="9.5s"/>
            </tt:div></tt:body></tt:tt>
            """).ShouldBe(["1-3 The bridge was finished/in the spring.", "6-7 橋春", "8-9 R&D — x é"]);

    [Fact]
    public void White_space_that_is_kept_has_lines() =>
        Read("<tt xml:space='preserve'><body><p begin='1s' end='2s'>one\n  two</p></body></tt>").ShouldBe(["1-2 one/two"]);

    [Fact]
    public void Spans_with_times_divide_a_paragraph_without_one_or_a_long_one() =>
        Read("""
            <tt><body><div>
            <p><span begin="1s" end="2s">one</span> <span begin="3s" end="4s">two</span></p>
            <p begin="10s" end="14s"><span begin="0s" end="1s">kept</span> <span begin="1s" end="2s">together</span></p>
            <p begin="20s" end="60s"><span begin="0s" end="5s">long</span><br/><span begin="30s" end="35s">pause</span></p>
            </div></body></tt>
            """).ShouldBe(["1-2 one", "3-4 two", "10-14 kept together", "20-25 long", "50-55 pause"]);

    [Fact]
    public void A_paragraph_without_an_end_ends_at_the_next() =>
        Read("<tt><body end='1h'><p begin='1s'>a</p><p begin='3s'>b</p></body></tt>").ShouldBe(["1-3 a", "3-13 b"]);

    [Theory]
    [InlineData("http://www.w3.org/2006/04/ttaf1")]
    [InlineData("http://www.w3.org/2006/10/ttaf1")]
    [InlineData("urn:anything")]
    public void Older_namespaces_and_dfxp_are_read_alike(string name) =>
        CueLines.Of(CaptionReader.Read(
            Encoding.Unicode.GetBytes($"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><!-- x --><!DOCTYPE tt SYSTEM \"x.dtd\"><tt xmlns=\"{name}\"><body><p begin='1s' end='2s'>Über</p></body></tt>"),
            "dfxp",
            null).Cues!).ShouldBe(["1-2 Über"]);

    [Theory]
    [InlineData("<!DOCTYPE tt [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE tt [ <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]>", "&x;")]
    [InlineData("<!DOCTYPE tt SYSTEM \"http://127.0.0.1:1/x.dtd\">", "&remote;")]
    [InlineData("", "&undeclared;")]
    public void Entities_of_a_document_type_are_refused(string type, string text)
    {
        var file = $"<?xml version=\"1.0\"?>{type}<tt><body><p begin='1s' end='2s'>{text}</p></body></tt>";

        Should.Throw<XmlException>(() => TtmlCaptions.Read(file));
        CaptionReader.Read(Encoding.UTF8.GetBytes(file), null, null).Reason
            .ShouldBe(type is "" ? "it is damaged or cut off" : "its document type declares entities, which are not read");
    }

    [Fact]
    public void Pictures_of_text_are_named() =>
        CaptionReader.Read(
            """<tt><head><metadata/></head><body><div begin='1s' end='2s' smpte:backgroundImage='#img_1'/></body></tt>"""u8.ToArray(), null, null)
            .Reason.ShouldBe("it holds no cues: 1 picture of text cannot be read (line 1)");

    [Fact]
    public void A_file_that_is_cut_off_is_refused() =>
        Should.Throw<XmlException>(() => TtmlCaptions.Read("<tt><body><p begin='1s' end='2s'>cut o"));

    private static string[] Read(string text) => CueLines.Of(TtmlCaptions.Read(text).Cues);
}
