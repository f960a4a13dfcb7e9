using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Time;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Runs;

namespace Yttl.Workflows.Specs;

/// <summary>
/// Steps without effects: artifacts are hashes of the texts they would hold, so that what a step was given can be told from what it
/// returns. A spec replaces the steps it is about.
/// </summary>
internal sealed class FakePipeline
{
    public static readonly Failure SomeFailure = new(FailureCategory.Api, "model.refused", "The model refused.");

    public static readonly Prediction SomePrediction = new(5, new CallsByLevel(5, 2, 1), new TokenUsage(1_000, 100))
    {
        Seconds = 12, SecondsPerCall = 4, Cost = 0.5m, Currency = "USD",
    };

    public static readonly AnswerOutcome SomeAnswer = new(
        AnswerStatus.Answered,
        [new SourcedSentence("It was in 1759.", [TimeRange.Seconds(90.5, 95)], SourceSupport.Cited) { Doubts = ["1759"] }],
        null,
        new TokenUsage(10, 1));

    private readonly ConcurrentDictionary<ArtifactRef, string> _texts = new();

    /// <summary>Segments per hour; a null text stands for a segment without speech.</summary>
    public int[] SegmentsPerHour { get; init; } = [2];

    public HashSet<int> SilentSegments { get; init; } = [];

    /// <summary>Segments of which the transcript holds nothing because it could not be heard.</summary>
    public HashSet<int> UnheardSegments { get; init; } = [];

    /// <summary>The steps of speech recognition.</summary>
    public FakeSpeech Speech { get; init; } = new();

    public Func<ListOutcome> List { get; init; } = () => new ListOutcome(null, [], null);

    public Func<string, ResolveOutcome>? Resolve { get; init; }

    public Func<CaptionsOutcome>? ReadCaptions { get; init; }

    /// <summary>Given the segment's text (<c>text 3</c>) and how often it was called for before.</summary>
    public Func<string, int, SummaryOutcome?> SummarizeSegment { get; init; } = (_, _) => null;

    public Func<ConsolidationRequest, SummaryOutcome?> Consolidate { get; init; } = _ => null;

    public Prediction Prediction { get; init; } = SomePrediction;

    public Func<ReportOutcome>? Render { get; init; }

    public AnswerRequest? Asked { get; private set; }

    public ConcurrentQueue<string> Calls { get; } = new();

    public PredictionRequest? Predicted { get; private set; }

    public ReportRequest? Rendered { get; private set; }

    public IndexRequest? Index { get; private set; }

    /// <summary>The results of the pages of long lists.</summary>
    public ConcurrentDictionary<ArtifactRef, IReadOnlyList<VideoResult>> Results { get; } = new();

    public ArtifactRef Artifact(string text)
    {
        var reference = ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _texts[reference] = text;
        return reference;
    }

    public string TextOf(ArtifactRef reference) => _texts[reference];

    public SummaryOutcome Ok(string text) => new(SummaryStatus.Ok, Artifact(text), null, null, new TokenUsage(10, 1));

    public static SummaryOutcome Failed() => new(SummaryStatus.Failed, null, SomeFailure, null, default);

    public StepTable Steps() => Speech.Bind(this, new StepTable())
        .Bind(Workflows.Catalogue.Steps.List, (_, _) => Task.FromResult(List()))
        .Bind(Workflows.Catalogue.Steps.Resolve,
            (request, _) => Task.FromResult(Resolve?.Invoke(request.Source) ?? Resolved(request.Source)))
        .Bind(Workflows.Catalogue.Steps.ReadCaptions, (_, _) => Task.FromResult(ReadCaptions?.Invoke() ?? SomeCaptions()))
        .Bind(Workflows.Catalogue.Steps.RemoveSponsors, (request, _) => Task.FromResult(
            new SponsorBlockOutcome(request.Transcript, [new RemovedRange(default, default, "sponsor")], "a note")))
        .Bind(Workflows.Catalogue.Steps.Section, (_, _) => Task.FromResult(new SectionOutcome([.. Hours()])))
        .Bind(Workflows.Catalogue.Steps.EstimateTranscript, (request, _) => Task.FromResult(
            new EstimateOutcome(new TranscriptRef(Artifact("estimate"), request.Language, 9, request.Duration))))
        .Bind(Workflows.Catalogue.Steps.PredictSummaries, (request, _) =>
        {
            Predicted = request;
            return Task.FromResult(new PredictionOutcome(Prediction));
        })
        .Bind(Workflows.Catalogue.Steps.SummarizeSegment, (request, _) => Task.FromResult(Record(TextOf(request.Text))))
        .Bind(Workflows.Catalogue.Steps.Consolidate, (request, _) => Task.FromResult(Record(request)))
        .Bind(Workflows.Catalogue.Steps.AnswerQuestion, (request, _) =>
        {
            Asked = request;
            return Task.FromResult(SomeAnswer);
        })
        .Bind(Workflows.Catalogue.Steps.RenderIndex, (request, _) =>
        {
            Index = request;
            return Task.FromResult(new IndexOutcome("out/index.html", null));
        })
        .Bind(Workflows.Catalogue.Steps.WriteVideoResults, (results, _) =>
        {
            var reference = Artifact($"results of {string.Join(", ", results.Videos.Select(video => video.RunId))}");
            Results[reference] = results.Videos;
            return Task.FromResult(new VideoResultsWritten(reference));
        })
        .Bind(Workflows.Catalogue.Steps.RenderReport, (request, _) => Task.FromResult(RenderReport(request)));

    public ResolveOutcome Resolved(string source) =>
        new(new ResolvedVideo(
            Artifact("info of " + source), Artifact("audio of " + source), "id of " + source, "A title", TimeSpan.FromMinutes(10)), null);

    private CaptionsOutcome SomeCaptions() =>
        new(new TranscriptRef(Artifact("transcript"), LanguageTag.Parse("en", null), 7, TimeSpan.FromMinutes(10)), ["one note"], null);

    private IEnumerable<HourRef> Hours()
    {
        var index = 0;
        foreach (var (hour, count) in SegmentsPerHour.Index())
        {
            var segments = Enumerable.Range(index, count)
                .Select(i => new SegmentRef(
                    i, Minutes(5 * i), Minutes(5 * (i + 1)), Text(i), UnheardSegments.Contains(i) ? SomeFailure : null))
                .ToList();
            yield return new HourRef(hour, Minutes(5 * index), Minutes(5 * (index + count)), segments);
            index += count;
        }
    }

    private ArtifactRef? Text(int segment) =>
        SilentSegments.Contains(segment) || UnheardSegments.Contains(segment) ? null : Artifact($"text {segment}");

    private SummaryOutcome Record(string text)
    {
        var before = Calls.Count(call => call == text);
        Calls.Enqueue(text);
        return SummarizeSegment(text, before) ?? Ok("summary of " + text);
    }

    private SummaryOutcome Record(ConsolidationRequest request)
    {
        Calls.Enqueue($"{request.Level} of {string.Join(", ", request.Parts.Select(part => TextOf(part.Summary)))}");
        return Consolidate(request) ?? Ok($"{request.Level} {request.Start.TotalMinutes:0}");
    }

    private ReportOutcome RenderReport(ReportRequest request)
    {
        Rendered = request;
        return Render?.Invoke() ?? new ReportOutcome(Artifact("report"), RunStatus.Complete, 0, ["out/report.html"], null)
        {
            Lead = "It was said.",
        };
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
