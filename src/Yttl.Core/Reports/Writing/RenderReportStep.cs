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
using Yttl.Core.Sources;
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

    /// <summary>Who wrote the summaries; null where it is unknown.</summary>
    public ReportWriter? WrittenBy { get; init; }

    /// <summary>What the summaries were expected to take; null where that was not predicted.</summary>
    public Prediction? Predicted { get; init; }

    /// <summary>Whether the files have no transcript. The stored report has it always: it is what is searched.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoTranscript { get; init; }

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
    /// <summary>The first words of the overall summary, for a list of videos; null where there is none.</summary>
    public string? Lead { get; init; }

    /// <summary>Whether a file of an earlier report was replaced.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Replaced { get; init; }

    /// <summary>As <see cref="ReportPerformance.Retries"/>.</summary>
    public int Retries { get; init; }

    /// <summary>As <see cref="ReportPerformance.ErrorsByProvider"/>.</summary>
    public IReadOnlyList<CallErrors> Errors { get; init => field = value ?? []; } = [];
}

/// <summary>
/// Makes the report, stores it, and writes it in the requested formats. It can safely run again: the same names get the
/// same content.
/// </summary>
/// <param name="performance">
/// Measures where the run's time went, when the report is made; null where nothing is measured.
/// </param>
public sealed class RenderReportStep(IArtifactStore artifacts, Func<ReportRequest, Task<ReportPerformance?>>? performance = null)
{
    /// <summary>In characters: about two lines of a list.</summary>
    private const int LeadLength = 240;

    /// <summary>
    /// Never leaves part of a file behind. A folder that cannot be written is an outcome, not an exception.
    /// </summary>
    public async Task<ReportOutcome> RunAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        var report = ReportBuilder.Build(await LoadAsync(request, cancellationToken)) with
        {
            Performance = performance is null ? null
                : await performance(request) is { } measured ? measured with { Predicted = request.Predicted } : null,
            SummaryLanguage = request.SummaryLanguage,
        };
        var stored = await artifacts.WriteJsonAsync(report, ReportsJson.Default.Report, cancellationToken);
        var shown = request.NoTranscript ? report.WithoutTranscript() : report;
        var folder = new OutputFolder(request.OutputFolder);
        var name = ReportFileName.For(report.Video.Id);
        var replaced = request.Formats.Any(format => File.Exists(Path.Combine(folder.Path, $"{name}.{format.Name}")));
        try
        {
            var files = await folder.WriteAsync(
                [
                    .. request.Formats.Distinct().Select(format => (
                        $"{name}.{format.Name}",
                        (Func<Stream, Task>)(stream => format.WriteAsync(shown, folder.Path, stream, cancellationToken)))),
                ],
                cancellationToken);
            return new ReportOutcome(stored, report.Status, report.Gaps.Count, files, null)
            {
                Lead = Prose.Lead(report.Overall.Brief ?? "", LeadLength) is { Length: > 0 } lead ? lead : null,
                Replaced = replaced,
                Retries = report.Performance?.Retries ?? 0,
                Errors = report.Performance?.ErrorsByProvider ?? [],
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ReportOutcome(
                null, RunStatus.Failed, report.Gaps.Count, [], OutputFolder.FailureOf(exception, request.OutputFolder));
        }
    }

    private async Task<ReportParts> LoadAsync(ReportRequest request, CancellationToken cancellationToken) => new(
        await artifacts.ReadJsonAsync(request.Video, SourcesJson.Default.Video, cancellationToken),
        await artifacts.ReadJsonAsync(request.Transcript.Content, CaptionsJson.Default.Transcript, cancellationToken),
        request.Hours,
        await LoadAsync(request.Segments, cancellationToken),
        await LoadAsync(request.HourSummaries, cancellationToken),
        await LoadAsync(request.Overall, cancellationToken),
        request.Removed,
        request.Notes)
    {
        WrittenBy = request.WrittenBy,
        SummaryLanguage = request.SummaryLanguage,
    };

    private async Task<IReadOnlyList<SummarizedPart>> LoadAsync(
        IReadOnlyList<SummaryOutcome> outcomes, CancellationToken cancellationToken)
    {
        var parts = new List<SummarizedPart>(outcomes.Count);
        foreach (var outcome in outcomes)
            parts.Add(await LoadAsync(outcome, cancellationToken));
        return parts;
    }

    private async Task<SummarizedPart> LoadAsync(SummaryOutcome outcome, CancellationToken cancellationToken)
    {
        var summary = outcome.Summary is { } reference
            ? await artifacts.ReadJsonAsync(reference, SummariesJson.Default.Summary, cancellationToken)
            : new Summary("");
        return new SummarizedPart(outcome.Status, summary, outcome.Failure);
    }
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
