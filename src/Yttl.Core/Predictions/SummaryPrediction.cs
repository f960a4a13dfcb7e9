using Yttl.Core.Artifacts;
using Yttl.Core.Performance;
using Yttl.Core.Segments;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;

namespace Yttl.Core.Predictions;

/// <summary>
/// Makes all summaries of a video with a model that only counts: the steps that will write them divide the text and build
/// the prompts, so the prediction follows them by itself. Calls no model and writes nothing.
/// </summary>
internal sealed class SummaryPrediction
{
    private readonly CountingModel _model = new();
    private readonly SummarizeSegmentStep _segments;
    private readonly ConsolidateStep _consolidations;
    private readonly PredictionRequest _request;

    private SummaryPrediction(PredictionRequest request, IArtifactStore store)
    {
        var summarizer = new LlmSummarizer(_model, request.Options.InputTokens ?? LanguageModelSettings.UsualInputTokens);
        var scratch = new ScratchArtifacts(store);
        _segments = new SummarizeSegmentStep(summarizer, summarizer, scratch);
        _consolidations = new ConsolidateStep(summarizer, summarizer, scratch);
        _request = request;
    }

    public static Task<Prediction> MakeAsync(PredictionRequest request, IArtifactStore store, CancellationToken cancellationToken) =>
        request.Options.IsExtractive
            ? Task.FromResult(new Prediction(WithText(request.Hours).Count(), new CallsByLevel(0, 0, 0), default))
            : new SummaryPrediction(request, store).MakeAsync(cancellationToken);

    private async Task<Prediction> MakeAsync(CancellationToken cancellationToken)
    {
        var hours = new List<(HourRef Hour, IReadOnlyList<PartRef> Parts)>();
        foreach (var hour in _request.Hours)
            hours.Add((hour, await SegmentsOfAsync(hour, cancellationToken)));
        var segments = _model.Calls;

        var parts = new List<PartRef>();
        foreach (var (hour, below) in hours)
            if (await ConsolidateAsync(ConsolidationRequest.LevelOfHour(hours.Count), hour.Start, hour.End, below, cancellationToken)
                is { } part)
                parts.Add(part);
        var consolidated = _model.Calls;

        if (parts is [var first, ..])
            await ConsolidateAsync(ConsolidationLevel.Overall, first.Start, parts[^1].End, parts, cancellationToken);
        var calls = new CallsByLevel(segments, consolidated - segments, _model.Calls - consolidated);
        return new Prediction(WithText(_request.Hours).Count(), calls, _model.Tokens);
    }

    private async Task<IReadOnlyList<PartRef>> SegmentsOfAsync(HourRef hour, CancellationToken cancellationToken)
    {
        var parts = new List<PartRef>();
        foreach (var segment in WithText([hour]))
        {
            var request = new SegmentRequest(segment.Text!.Value, _request.Title, _request.Options);
            if (await _segments.RunAsync(request, cancellationToken) is { Summary: { } summary } outcome)
                parts.Add(new PartRef(segment.Start, segment.End, summary, outcome.Status, outcome.Failure));
        }

        return parts;
    }

    private async Task<PartRef?> ConsolidateAsync(
        ConsolidationLevel level, TimeSpan start, TimeSpan end, IReadOnlyList<PartRef> parts, CancellationToken cancellationToken)
    {
        var request = new ConsolidationRequest(
            level, start, end, _request.Title, _request.TranscriptLanguage, parts, _request.Options);
        return await _consolidations.RunAsync(request, cancellationToken) is { Summary: { } summary } outcome
            ? new PartRef(start, end, summary, outcome.Status, outcome.Failure)
            : null;
    }

    private static IEnumerable<SegmentRef> WithText(IEnumerable<HourRef> hours) =>
        hours.SelectMany(hour => hour.Segments).Where(segment => segment.Text is not null);
}
