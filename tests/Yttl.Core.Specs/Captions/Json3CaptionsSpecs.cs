using System.Text.Json;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class Json3CaptionsSpecs
{
    [Fact]
    public void Words_of_an_event_make_one_cue() =>
        Read("""
            { "wireMagic": "pb3", "events": [{ "tStartMs": 1500, "dDurationMs": 500,
            "segs": [{ "utf8": "so " }, { "utf8": "this", "tOffsetMs": 120 }, { "utf8": "\nis  it &amp; <all> R&am" },
            { "utf8": "p;D &amp;#39;x&#39; &quot;&nbsp;&lt;" }] }] }
            """)
            .ShouldBe(["1.5-2 so this/is it & <all> R&D 'x' \" <"]);

    [Fact]
    public void A_rolling_window_gives_each_line_once() =>
        Read("""
            { "events": [
            { "tStartMs": 0, "dDurationMs": 9000, "id": 1, "wpWinPosId": 1, "wsWinStyleId": 1 },
            { "tStartMs": 0, "dDurationMs": 4000, "wWinId": 1, "segs": [{ "utf8": "first line" }] },
            { "tStartMs": 2000, "dDurationMs": 2000, "wWinId": 1, "aAppend": 1, "segs": [{ "utf8": "\n" }] },
            { "tStartMs": 2010, "dDurationMs": 4000, "wWinId": 1, "segs": [{ "utf8": "second" }, { "utf8": " line" }] },
            { "tStartMs": 4000, "dDurationMs": 2010, "wWinId": 1, "aAppend": 1, "segs": [{ "utf8": "\n" }] },
            { "tStartMs": 4010, "dDurationMs": 2000, "wWinId": 1, "aAppend": 1, "segs": [{ "utf8": " and more" }] }] }
            """)
            .ShouldBe(["0-4 first line", "2.01-6.01 second line", "4.01-6.01 and more"]);

    [Fact]
    public void Missing_null_and_foreign_fields_lose_no_other_words() =>
        Read("""
            { "events": [ null, 7, {}, { "segs": null }, { "tStartMs": 1, "segs": "x" },
            { "dDurationMs": 1000,
              "segs": [null, { "utf8": null }, { "utf8": 5 }, { "acAsrConf": 0 }, { "utf8": "a" }] },
            { "tStartMs": "2000", "dDurationMs": null, "segs": [{ "utf8": "b" }] },
            { "segs": [{ "utf8": "c" }] },
            { "tStartMs": 1e300, "segs": [{ "utf8": "beyond" }] },
            { "tStartMs": 5000.4, "dDurationMs": -1, "segs": [{ "utf8": "d" }] }] }
            """)
            .ShouldBe(["0.001-1.001 a", "2-5 b", "2-5 c", "5-15 d", "3600000-3600000 beyond"]);

    [Fact]
    public void A_name_that_holds_half_of_a_surrogate_pair_loses_nothing_beside_it() =>
        Read("""
            { "events": [{ "tStartMs": 0, "dDurationMs": 1000, "segs": [{ "utf8": "ok" }], "\udfff": 1 }], "\ud83d": 1 }
            """).ShouldBe(["0-1 ok"]);

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_lose_the_rest() =>
        Read("""
            { "events": [{ "tStartMs": 0, "dDurationMs": 1000, "segs": [{ "utf8": "ok " }, { "utf8": "\ud83d" }] }] }
            """)
            .ShouldBe(["0-1 ok \uFFFD"]);

    [Theory]
    [InlineData("""{ "events": [{ "tStartMs": 0, "segs": [{ "utf8": "cut""")]
    [InlineData("")]
    public void A_cut_off_document_is_an_error(string text) =>
        Should.Throw<JsonException>(() => Json3Captions.Read(text));

    private static string[] Read(string text) => CueLines.Of(Json3Captions.Read(text).Cues);
}
