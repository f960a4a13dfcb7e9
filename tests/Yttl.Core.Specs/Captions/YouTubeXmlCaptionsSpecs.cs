using System.Xml;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class YouTubeXmlCaptionsSpecs
{
    [Fact]
    public void Srv1_has_seconds_and_texts_that_are_encoded_twice() =>
        Read("""
            <?xml version="1.0" encoding="utf-8" ?><transcript>
            <text start="0.5" dur="1.25">it&amp;#39;s R&amp;amp;D
            &lt;font color="#fff"&gt;here&lt;/font&gt;</text>
            <text start="2">no end</text><text start="4.1" dur="1"/>
            <text dur="1">no start</text><text start="5" dur="1"></text>
            </transcript>
            """).ShouldBe(["0.5-1.75 it's R&D/here", "2-12 no end"]);

    [Fact]
    public void Srv2_has_milliseconds() =>
        Read("""<timedtext><text t="500" d="1000">a</text><text t="1500" d="10" append="1"> </text></timedtext>""")
            .ShouldBe(["0.5-1.5 a"]);

    [Fact]
    public void Srv3_has_words_inside_paragraphs_and_appended_line_breaks_that_say_nothing() =>
        Read("""
            <?xml version="1.0" encoding="utf-8" ?><timedtext format="3">
            <head><pen id="1"/><ws id="0"/><wp id="0"/></head>
            <body>
            <w t="0" id="1" wp="1" ws="1"/>
            <p t="160" d="4680" w="1"><s ac="252">hello</s><s t="200"> there</s></p>
            <p t="2190" d="2650" w="1" a="1">
            </p>
            <p t="2200" d="1000">plain<br/>lines</p>
            </body></timedtext>
            """).ShouldBe(["0.16-4.84 hello there", "2.2-3.2 plain/lines"]);

    [Theory]
    [InlineData("""<!DOCTYPE t [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><t><text start="0">&b;</text></t>""")]
    [InlineData("<transcript><text start=\"0\" dur=\"1\">cut of")]
    public void A_document_type_or_a_cut_off_end_is_an_error(string text) =>
        Should.Throw<XmlException>(() => YouTubeXmlCaptions.Read(text));

    [Theory]
    [InlineData("NaN", "0-0 a")]
    [InlineData("-5", "0-0 a")]
    [InlineData("-1", "0-1 a")]
    [InlineData("1,5")]
    public void Odd_times_are_bounded_or_refused(string start, params string[] cues) =>
        Read($"<transcript><text start=\"{start}\" dur=\"2\">a</text></transcript>").ShouldBe(cues);

    private static string[] Read(string text) => CueLines.Of(YouTubeXmlCaptions.Read(text).Cues);
}
