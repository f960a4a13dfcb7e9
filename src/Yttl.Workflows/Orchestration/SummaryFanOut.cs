using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// All summaries of one video under one window: segments first, then hours whose segments are done, then the overall
/// summary. A part that fails is an outcome of its own and stops nothing else.
/// </summary>
internal sealed class SummaryFanOut
{
    private const int SegmentRank = 0;
    private const int HourRank = 1;
    private const int OverallRank = 2;

    private static readonly SummaryOutcome Empty = new(SummaryStatus.Empty, null, null, null, default);

    private readonly WorkflowContext _context;
    private readonly SummaryOptions _options;
    private readonly ResolvedVideo _video;
    private readonly TranscriptRef _transcript;
    private readonly IReadOnlyList<HourRef> _hours;
    private readonly RunDeadline _time;
    private readonly ReadyQueue _queue;
    private readonly StopOnStoreFailure _calls = new();
    private readonly SummaryOutcome?[] _segments;
    private readonly SummaryOutcome?[] _hourSummaries;
    private SummaryOutcome? _overall;
    private int _done;

    public SummaryFanOut(
        WorkflowContext context,
        RunInput input,
        RunDeadline time,
        ResolvedVideo video,
        TranscriptRef transcript,
        IReadOnlyList<HourRef> hours)
    {
        _context = context;
        _options = input.Options.Summary with { InputTokens = input.Execution.InputTokens };
        _video = video;
        _transcript = transcript;
        _hours = hours;
        _time = time;
        _queue = new ReadyQueue(context, input.Execution.Window, time);
        _segments = new SummaryOutcome?[hours.Sum(hour => hour.Segments.Count)];
        _hourSummaries = new SummaryOutcome?[hours.Count];
    }

    public async Task<VideoSummaries> RunAsync()
    {
        ReportProgress();
        foreach (var hour in _hours)
        {
            foreach (var segment in hour.Segments)
                AddSegment(hour, segment);
            AddHourIfReady(hour);
        }

        AddOverallIfReady();
        await _queue.DrainAsync();
        return new VideoSummaries(_segments!, _hourSummaries!, _overall!);
    }

    private void AddSegment(HourRef hour, SegmentRef segment)
    {
        if (segment.Text is not { } text)
        {
            Set(ref _segments[segment.Index], segment.Missing is { } missing ? Failed(missing) : Empty);
            return;
        }

        var request = new SegmentRequest(text, _video.Title, _options);
        AddPart(SegmentRank, Steps.SummarizeSegment.Name, () => SummarizeAsync(request), outcome =>
        {
            Set(ref _segments[segment.Index], outcome);
            AddHourIfReady(hour);
        });
    }

    private void AddHourIfReady(HourRef hour)
    {
        var outcomes = hour.Segments.Select(segment => _segments[segment.Index]).ToList();
        if (_hourSummaries[hour.Index] is not null || outcomes.Contains(null))
            return;

        var level = ConsolidationRequest.LevelOfHour(_hours.Count);
        AddConsolidation(HourRank, level, hour.Start, hour.End, [hour], PartsOf(hour), outcomes!, outcome =>
        {
            Set(ref _hourSummaries[hour.Index], outcome);
            AddOverallIfReady();
        });
    }

    private void AddOverallIfReady()
    {
        if (_overall is not null || _hourSummaries.Contains(null))
            return;

        // The segments of an hour that could not be consolidated take its place, so that no part of the video is
        // missing.
        var parts = _hours.SelectMany(hour => _hourSummaries[hour.Index] is { Summary: { } summary } outcome
            ? [new PartRef(hour.Start, hour.End, summary, outcome.Status, outcome.Failure)]
            : PartsOf(hour));
        AddConsolidation(
            OverallRank, ConsolidationLevel.Overall, TimeSpan.Zero, _hours is [] ? TimeSpan.Zero : _hours[^1].End,
            _hours, [.. parts], _hourSummaries!, outcome => Set(ref _overall, outcome));
    }

    private List<PartRef> PartsOf(HourRef hour) =>
        [.. from segment in hour.Segments
            let outcome = _segments[segment.Index]!
            where outcome.Summary is not null
            select new PartRef(segment.Start, segment.End, outcome.Summary!.Value, outcome.Status, outcome.Failure)
            {
                Chapter = segment.Title,
            }];

    private void AddConsolidation(
        int rank,
        ConsolidationLevel level,
        TimeSpan start,
        TimeSpan end,
        IReadOnlyList<HourRef> hours,
        List<PartRef> parts,
        IReadOnlyList<SummaryOutcome> outcomes,
        Action<SummaryOutcome> done)
    {
        if (parts is [])
        {
            done(NothingToConsolidate(outcomes));
            return;
        }

        var request = new ConsolidationRequest(
            level, start, end, _video.Title, _transcript.Language, parts, _options)
        {
            Spoken = _options.IsExtractive
                ? [.. hours.SelectMany(hour => hour.Segments).Select(segment => segment.Text).OfType<ArtifactRef>()]
                : null,
        };
        AddPart(rank, Steps.Consolidate.Name, () => ConsolidateAsync(request), done);
    }

    private static SummaryOutcome NothingToConsolidate(IReadOnlyList<SummaryOutcome> outcomes) =>
        outcomes.FirstOrDefault(outcome => outcome.Failure is not null)?.Failure is { } first
            ? Failed(first)
            : Empty;

    private void AddPart(int rank, string step, Func<Task<SummaryOutcome>> call, Action<SummaryOutcome> done) =>
        _queue.Add(rank, step, call, outcome => outcome.RetryAfter, (outcome, givenUp) =>
        {
            done(givenUp is null ? outcome : Failed(givenUp) with { Tokens = outcome.Tokens });
            ReportProgress();
        });

    private Task<SummaryOutcome> SummarizeAsync(SegmentRequest request) =>
        _time.WhyUp() is { } up
            ? Task.FromResult(Failed(up))
            : _calls.RunAsync(() => _context.CallAsync(Steps.SummarizeSegment, request), Failed);

    /// <summary>Consolidates the summaries that there are in any case; once the time is up, without a model.</summary>
    private Task<SummaryOutcome> ConsolidateAsync(ConsolidationRequest request) =>
        _calls.RunAsync(
            () => _context.CallAsync(Steps.Consolidate, request with { WithoutModel = _time.WhyUp() }), Failed);

    private static SummaryOutcome Failed(Failure failure) => new(SummaryStatus.Failed, null, failure, null, default);

    private void Set(ref SummaryOutcome? part, SummaryOutcome outcome)
    {
        _done += part is null ? 1 : 0;
        part = outcome;
    }

    private void ReportProgress()
    {
        var total = _segments.Length + _hourSummaries.Length + 1;
        _context.Report(new RunProgress(RunPhase.Summaries, _done, total, _video.Title));
    }
}

/// <param name="Segments">By index, one per segment.</param>
/// <param name="Hours">By index, one per hour.</param>
internal sealed record VideoSummaries(
    IReadOnlyList<SummaryOutcome> Segments, IReadOnlyList<SummaryOutcome> Hours, SummaryOutcome Overall)
{
    public IEnumerable<SummaryOutcome> All => Segments.Concat(Hours).Append(Overall);

    /// <summary>Whether a model wrote any of it.</summary>
    public bool AnyByModel => All.Any(part => part.Status is SummaryStatus.Ok);

    /// <summary>
    /// Who wrote them: the chosen provider, else the one that replaced it for every segment, else no model. A consolidation
    /// of a single part is a copy that names no writer, so the segments tell.
    /// </summary>
    public ReportWriter WrittenBy(SummaryOptions options)
    {
        var written = Segments.Where(part => part.Status is SummaryStatus.Ok).ToList();
        return options.IsExtractive || !AnyByModel ? new ReportWriter(ProviderTable.Extractive, null)
            : written is [{ WrittenBy: { } other }, ..] && written.TrueForAll(part => part.WrittenBy is not null)
                ? new ReportWriter(other, null)
            : new ReportWriter(options.Provider, options.Model.Length > 0 ? options.Model : null);
    }
}
