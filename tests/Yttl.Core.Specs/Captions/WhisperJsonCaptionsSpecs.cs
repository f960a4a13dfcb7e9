using System.Text;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class WhisperJsonCaptionsSpecs
{
    [Theory]
    [InlineData("""{"text":" The bridge was finished.","segments":[{"id":0,"start":0.0,"end":4.0,"text":" The bridge was finished."}],"language":"en"}""")]
    [InlineData("""{"task":"transcribe","language":"english","duration":4.0,"text":"x","segments":[{"id":0,"seek":0,"start":0.0,"end":4.0,"text":" The bridge was finished.","tokens":[50364,440],"temperature":0.0,"avg_logprob":-0.3}]}""")]
    [InlineData("""{"segments":[{"start":0,"end":4,"text":"The bridge was finished.","avg_logprob":NaN,"no_speech_prob": -Infinity}]}""")]
    [InlineData("""{"systeminfo":"AVX","model":{"type":"base"},"result":{"language":"en"},"transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:04,000"},"offsets":{"from":0,"to":4000},"text":" The bridge was finished."},]}""")]
    [InlineData("""{"segments":[{"start":0.0,"end":4.0,"text":" The bridge was finished.","speaker":"SPEAKER_00","words":[{"word":"The","start":0.1,"end":0.3,"score":0.9,"speaker":"SPEAKER_00"}]}],"word_segments":[{"word":"The","start":0.1,"end":0.3}],"language":"en"}""")]
    [InlineData("""{"segments":[{"words":[{"word":"The","start":0.0,"end":0.3},{"word":"bridge","start":0.4},{"word":"was"},{"word":"was","start":0.8},{"word":"finished.","start":1.0,"end":4.0}]}]}""")]
    [InlineData("""[{"id":1,"seek":0,"start":0.0,"end":4.0,"text":" The bridge was finished.","words":null}]""")]
    [InlineData("""{"speakers":[],"chunks":[{"timestamp":[0.0,4.0],"text":" The bridge was finished."}],"text":" The bridge was finished."}""")]
    [InlineData("""[ {"text":"The bridge was finished.","start":0.0,"duration":4.0} ]""")]
    [InlineData("""{"version":"1.0.0","segments":[{"speaker":"Dora Lind","startTime":0,"endTime":4,"body":"The bridge was finished."}]}""")]
    [InlineData("""{"segments":[{"start":"00:00:00.000","end":"00:00:04.000","text":"The bridge\n was finished."}]}""")]
    [InlineData("""{"segments":[{"start":"0.0","end":"4.0","text":"The bridge was finished."},{"start":9,"end":10,"text":" "},{"text":"no time"},null]}""")]
    [InlineData("""{"duration":4,"text":"The bridge was finished.","words":[{"word":"The","start":0.0,"end":0.3},{"word":"bridge","start":0.4,"end":0.7},{"word":"was","start":0.7,"end":0.9},{"word":"finished.","start":1.0,"end":4.0}]}""")]
    public void Every_dialect_is_read(string json) => Read(json).ShouldBe(["0-4 The bridge was finished."]);

    [Fact]
    public void Text_without_times_is_counted() =>
        CaptionReader.Read("""{"segments":[{"start":0,"end":1,"text":"a"},{"text":"b"},{"start":null,"text":"c"}]}"""u8.ToArray(), "json", null)
            .Notes.ShouldBe(["2 segments have no time and are left out"]);

    [Fact]
    public void Words_alone_are_grouped_at_pauses_and_after_ten_seconds()
    {
        var words = string.Join(',', Enumerable.Range(0, 14).Select(i => $$"""{"word":"w{{i}}","start":{{i + (i > 11 ? 5 : 0)}},"end":{{i + (i > 11 ? 5 : 0)}}.5}"""));

        Read($$"""{"words":[{{words}}]}""").ShouldBe(["0-9.5 w0 w1 w2 w3 w4 w5 w6 w7 w8 w9", "10-11.5 w10 w11", "17-18.5 w12 w13"]);
    }

    [Theory]
    [InlineData("start\tend\ttext\n0\t4000\tThe bridge was finished.\n4500\t9000\tNobody, they say, had asked.\n")]
    [InlineData("start,end,text\n0,4000,\" The bridge was finished.\"\n4500,9000,\" Nobody, they say, had asked.\"\n")]
    [InlineData("start\tend\ttext\r\n0.0\t4.0\tThe bridge was finished.\r\n4.5\t9.0\tNobody, they say, had asked.\r\n")]
    [InlineData("Start\tEnd\tText\n0\t4000\tThe bridge\nwas finished.\n4500\t9000\tNobody, they say, had asked.")]
    public void Tables_are_read_in_milliseconds_or_with_a_fraction_in_seconds(string table) =>
        Read(table).ShouldBe(["0-4 The bridge was finished.", "4.5-9 Nobody, they say, had asked."]);

    [Theory]
    [InlineData("""{"segments":[{"start":0,"end":4,"text":"cut""", "damaged")]
    [InlineData("""{"segments":[]}""", "no cues")]
    [InlineData("""{"segments":"none","text":"x"}""", "no cues")]
    [InlineData("""{"title":"A video","id":"x"}""", "format")]
    [InlineData("""["a","b"]""", "format")]
    [InlineData("""[{"start":1}]""", "format")]
    public void Other_data_is_refused(string json, string reason) =>
        CaptionReader.Read(Encoding.UTF8.GetBytes(json), "json", null).Reason.ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void A_word_that_looks_like_no_number_stays() =>
        Read("""{"segments":[{"start":0,"end":1,"text":"The mean is, NaN, they say."}]}""").ShouldBe(["0-1 The mean is, NaN, they say."]);

    private static string[] Read(string json) =>
        CueLines.Of(CaptionReader.Read(Encoding.UTF8.GetBytes(json), "json", null).Cues.ShouldNotBeNull());
}
