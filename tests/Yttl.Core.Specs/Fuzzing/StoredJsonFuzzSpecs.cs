using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Xunit.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Measuring;
using Yttl.Core.Reports;
using Yttl.Core.Specs.Reports;
using Yttl.Core.Summaries;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>What was stored and came back damaged: its readers expect one kind of exception.</summary>
public sealed class StoredJsonFuzzSpecs(ITestOutputHelper output)
{
    private static readonly ArtifactRef Stored = ArtifactRef.OfHash(new byte[32]);

    [Fact]
    public void A_stored_transcript_is_read_or_is_damaged() => Check(
        "transcript",
        Transcript.FromCues(
            [new Cue(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2.5), "Hello 😀")],
            SampleReports.English,
            TranscriptSource.ManualCaptions,
            "manual captions in en"),
        CaptionsJson.Default.Transcript);

    [Fact]
    public void A_stored_report_is_read_or_is_damaged() =>
        Check("report", SampleReports.Partial(), ReportsJson.Default.Report);

    [Fact]
    public void A_remembered_outcome_is_read_or_is_damaged() => Check(
        "summary outcome",
        new SummaryOutcome(SummaryStatus.Ok, Stored, null, TimeSpan.FromSeconds(40), new TokenUsage(100, 20)),
        SummariesJson.Default.SummaryOutcome);

    private void Check<T>(string name, T value, JsonTypeInfo<T> type) => Fuzz.Check(
        new FuzzTarget(
            name,
            [JsonSerializer.SerializeToUtf8Bytes(value, type)],
            FuzzBytes.Of("{", "}", "[", "]", ":", ",", "\"", "null", "1.5", "\"x\"", "\"start\":"),
            input => JsonSerializer.Deserialize(input, type) is { } read
                && JsonSerializer.SerializeToUtf8Bytes(read, type).Length > 0)
        {
            Found = FuzzBytes.Of("""{"cues":[{"start":1e300}]}""", """{"retryAfter":-922337203685478}"""),
            IsRefusal = problem => problem is JsonException,
        },
        output);
}
