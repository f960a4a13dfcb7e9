using System.Text.Json;
using Yttl.Core.Captions;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Captions;

/// <summary>Cues are stored as the serializer would store their properties.</summary>
public sealed class CueJsonSpecs
{
    private const string Stored =
        """{"start":0,"end":600,"cues":[{"start":1.5,"end":61.25,"text":"Tides \u0026 \u003Cstars\u003E"},{"start":2,"end":3,"text":"Yes.","speaker":"Ada"}]}""";

    private static readonly SegmentText Segment = new(TimeSpan.Zero, TimeSpan.FromMinutes(10), null,
    [
        new Cue(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(61.25), "Tides & <stars>"),
        new Cue(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), "Yes.") { Speaker = "Ada" },
    ]);

    [Fact]
    public void Each_member_is_written_once_and_read_again()
    {
        var json = JsonSerializer.Serialize(Segment, SegmentsJson.Default.SegmentText);

        json.ShouldBe(Stored);
        JsonSerializer.Deserialize(json, SegmentsJson.Default.SegmentText)!.Cues.ShouldBe(Segment.Cues);
    }

    [Fact]
    public void What_a_later_version_adds_is_skipped() =>
        JsonSerializer.Deserialize(
            """{"start":0,"end":600,"cues":[{"words":[{"text":"no"}],"text":"Yes.","end":3,"start":2,"speaker":null}]}""",
            SegmentsJson.Default.SegmentText)!.Cues.ShouldBe([new Cue(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), "Yes.")]);

    [Theory]
    [InlineData("""{"start":2,"end":3}""")]
    [InlineData("""{"start":2,"end":3,"text":null}""")]
    [InlineData("""{"start":"x","end":3,"text":"Yes."}""")]
    [InlineData("""{"start":2,"end":1e300,"text":"Yes."}""")]
    [InlineData("""[]""")]
    public void What_is_no_cue_is_refused(string cue) => Should.Throw<Exception>(() =>
        JsonSerializer.Deserialize($$"""{"start":0,"end":600,"cues":[{{cue}}]}""", SegmentsJson.Default.SegmentText))
        .ShouldBeOfType<JsonException>();
}
