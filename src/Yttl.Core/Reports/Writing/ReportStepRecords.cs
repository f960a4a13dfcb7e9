using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Segments;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports.Writing;

/// <summary>All data of a report, by reference.</summary>
/// <param name="Video">A <see cref="Sources.Video"/>.</param>
/// <param name="Segments">One per segment of <paramref name="Hours"/>, by its index.</param>
/// <param name="HourSummaries">One per hour, in order.</param>
/// <param name="SummaryLanguage">The language of the summaries; null where it is the transcript's.</param>
public sealed record ReportRequest(
    ArtifactRef Video,
    TranscriptRef Transcript,
    IReadOnlyList<HourRef> Hours,
    IReadOnlyList<SummaryOutcome> Segments,
    IReadOnlyList<SummaryOutcome> HourSummaries,
    SummaryOutcome Overall,
    IReadOnlyList<RemovedRange> Removed,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ReportFormat> Formats,
    string OutputFolder,
    LanguageTag? SummaryLanguage = null)
{
    /// <summary>When the run began, in UTC: performance counts nothing from before. The default counts all.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>The number of segments with a summary.</summary>
    public int CountSummarized() => Segments.Count(segment => segment.Status is SummaryStatus.Ok or SummaryStatus.Fallback);

    /// <summary>Of all summaries, including remembered ones.</summary>
    public TokenUsage SumTokens() => Segments.Concat(HourSummaries).Append(Overall)
        .Aggregate(default(TokenUsage), (sum, part) => sum + part.Tokens);
}

/// <param name="Report">A <see cref="Reports.Report"/>; null where the files could not be written.</param>
/// <param name="Files">Full paths of the written files, in the order of the requested formats.</param>
public sealed record ReportOutcome(
    ArtifactRef? Report, RunStatus Status, int Gaps, IReadOnlyList<string> Files, Failure? Failure) : IOutcome
{
    /// <summary>As <see cref="ReportPerformance.Retries"/>.</summary>
    public int Retries { get; init; }

    /// <summary>As <see cref="ReportPerformance.ErrorsByProvider"/>.</summary>
    public IReadOnlyList<CallErrors> Errors { get; init => field = value ?? []; } = [];
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportOutcome))]
[JsonSerializable(typeof(IndexRequest))]
[JsonSerializable(typeof(IndexOutcome))]
public sealed partial class ReportStepsJson : JsonSerializerContext;
