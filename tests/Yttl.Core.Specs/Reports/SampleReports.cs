using Yttl.Core.Captions;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Reports;

/// <summary>Reports to render: a small whole one, and what makes others odd.</summary>
internal static class SampleReports
{
    public const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    public static readonly LanguageTag English = LanguageTag.Parse("en", null);

    /// <summary>Two segments of one hour of a YouTube video; everything went well.</summary>
    public static Report Small() => new()
    {
        Status = RunStatus.Complete,
        Video = new ReportVideo(
            "dQw4w9WgXcQ",
            "How tide pools breathe",
            new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            "youtube",
            600.25,
            English,
            [new Chapter(Seconds(0), Seconds(240), "At low water"), new Chapter(Seconds(240), Seconds(600.25), "The sea returns")])
        {
            Channel = "Shore Notes",
            Published = new DateOnly(2026, 3, 1),
        },
        WrittenBy = new ReportWriter("groq", "llama-3.3-70b-versatile"),
        Transcript = new ReportTranscript(
            TranscriptSource.ManualCaptions,
            "English by the uploader",
            English,
            30.5,
            30.5,
            [
                new Cue(Seconds(1.25), Seconds(11.5), "A tide pool is a small sea that is cut off twice a day."),
                new Cue(Seconds(61.999), Seconds(72.249), "Its oxygen falls at night & rises with the sun."),
                new Cue(Seconds(400), Seconds(410), "Then the water comes back."),
            ]),
        Overall = new ReportSummary(
            "Tide pools live by the sea's clock.\n\n- Oxygen follows the light.\n- Salt follows the rain.", SummaryStatus.Ok)
        {
            Brief = "Tide pools live by the sea's clock.",
        },
        Hours =
        [
            new ReportHour(0, Seconds(0), Seconds(600.25), "One hour by the shore.", SummaryStatus.Ok,
            [
                Segment(0, 0, 300, "What a **tide pool** is, and why its oxygen falls at night."),
                Segment(1, 300, 600.25, "How the sea returns."),
            ]),
        ],
        Removed = [new RemovedRange(Seconds(120), Seconds(150.5), "sponsor")],
        Gaps = [],
        Notes = ["The automatic captions were left because the uploader's own exist."],
        Performance = new ReportPerformance(
            12.345,
            [new ReportPhase("captions", 1.2, 1), new ReportPhase("segments", 9.75, 2), new ReportPhase("overall", 1.1, 1)],
            2, 2, new TokenUsage(5200, 640))
        {
            Slots = 2,
            ConcurrentEfficiency = 0.61,
            SequentialEquivalentSeconds = 14.9,
            Speedup = 1.22,
            CriticalPathSeconds = 9.4,
            MemoryPeakMb = 96.5,
            Waits = new ReportWaits(0, 4.1, 0),
            Retries = 1,
            ErrorsByProvider = [new("groq", FailureCategory.RateLimit, 1)],
            Cost = 0.0011m,
            Currency = "USD",
            Predicted = new Prediction(8, new CallsByLevel(8, 1, 0), new TokenUsage(11_500, 1_400))
            {
                Seconds = 14.5, SecondsPerCall = 2.9, Cost = 0.0149m, Currency = "USD",
            },
            Steps =
            [
                new ReportStep("captions", Seconds(0), Seconds(1.2), 0, 1, 0) { AtWork = Seconds(0) },
                new ReportStep("segments", Seconds(1.3), Seconds(7), 0, 1, 0) { AtWork = Seconds(1.3), Failure = FailureCategory.Api },
                new ReportStep("segments", Seconds(1.3), Seconds(11.05), 1, 2, 4.1)
                {
                    AtWork = Seconds(1.3), Waits = [new(Seconds(3), Seconds(7.1))], Retries = [Seconds(7.1)],
                },
                new ReportStep("overall", Seconds(11.1), Seconds(12.2), 0, 1, 0) { AtWork = Seconds(11.1), Reused = true },
            ],
            Delays = [new ReportDelay("segments", Seconds(1.2), Seconds(5)), new ReportDelay("segments", Seconds(4), Seconds(6.5))],
            Concurrency =
            [
                new(Seconds(0), 1), new(Seconds(1.2), 0), new(Seconds(1.3), 2), new(Seconds(3), 1), new(Seconds(11.05), 0),
                new(Seconds(11.1), 1), new(Seconds(12.2), 0),
            ],
            Memory = [new(Seconds(0), 80 << 20), new(Seconds(6), 101 << 20)],
            EarlierSessions = [new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero), 7.5, 3, 1)],
        },
    };

    /// <summary>A failed segment and one by the stand-in.</summary>
    public static Report Partial()
    {
        var small = Small();
        var refused = new ReportFailure(FailureCategory.Api, "The model refused to summarise 0:00–5:00; try another with --llm-model.");
        var down = new ReportFailure(FailureCategory.RateLimit, "The provider 'groq' asked to wait for an hour.");
        return small with
        {
            Status = RunStatus.Partial,
            Hours =
            [
                small.Hours[0] with
                {
                    Segments =
                    [
                        small.Hours[0].Segments[0] with { Status = SummaryStatus.Failed, Summary = "", Failure = refused },
                        small.Hours[0].Segments[1] with { Status = SummaryStatus.Fallback, Failure = down },
                    ],
                },
            ],
            Gaps =
            [
                new ReportGap(Seconds(0), Seconds(300), "segment", refused.Category, refused.Message),
            ],
        };
    }

    /// <summary>The partial report with <paramref name="text"/> in every place that others fill.</summary>
    public static Report With(string text, Uri? url = null)
    {
        var report = Partial();
        return report with
        {
            Video = report.Video with
            {
                Id = text, Title = text, Url = url, Extractor = text, Channel = text,
                Chapters = [.. report.Video.Chapters.Select(chapter => chapter with { Title = text })],
            },
            Transcript = report.Transcript with
            {
                Provider = text, Cues = [.. report.Transcript.Cues.Select(cue => cue with { Text = text, Speaker = text })],
            },
            Overall = report.Overall with
            {
                Brief = text,
                Summary = text,
                Sentences = [Sentence(text, SourceSupport.Cited, 1.25)],
                Decisions = [Sentence(text, SourceSupport.Cited, 1.25)],
                Actions = [Action(text, text, text)],
                Questions = [Question(text, text)],
            },
            Hours =
            [
                .. report.Hours.Select(hour => hour with
                {
                    Summary = text + text,
                    Segments = [.. hour.Segments.Select(
                        segment => segment with
                        {
                            Summary = text,
                            Failure = new(FailureCategory.Api, text),
                            Title = text,
                            TitleFrom = SegmentTitleSource.Words,
                        })],
                }),
            ],
            Removed = [.. report.Removed.Select(range => range with { Category = text })],
            Gaps = [.. report.Gaps.Select(gap => gap with { Message = text })],
            Notes = [text],
            Performance = report.Performance! with { Phases = [new ReportPhase(text, 1, 1)] },
        };
    }

    /// <summary>The small report, whose sections are its chapters.</summary>
    public static Report ByChapter()
    {
        var small = Small();
        return small with
        {
            Hours =
            [
                small.Hours[0] with
                {
                    Segments = [.. small.Hours[0].Segments.Zip(small.Video.Chapters, (segment, chapter) => segment with
                    {
                        Title = chapter.Title,
                        TitleFrom = SegmentTitleSource.Chapter,
                    })],
                },
            ],
        };
    }

    /// <summary>The small report with sources: cited, several, one of another language, a doubt, and a sentence without any.</summary>
    public static Report Sourced()
    {
        var small = Small();
        return small with
        {
            Overall = small.Overall with
            {
                Sentences =
                [
                    Sentence("Tide pools live by the sea's clock.", SourceSupport.Cited, 1.25, 61.999, 400, 500),
                    Sentence("Oxygen follows the light.", SourceSupport.Matched, 61.999),
                    Sentence("Salt follows the rain.", SourceSupport.None),
                ],
            },
            Hours =
            [
                small.Hours[0] with
                {
                    Sentences = [Sentence("One hour by the shore.", SourceSupport.Unchecked, 400)],
                    Segments =
                    [
                        small.Hours[0].Segments[0] with
                        {
                            Summary = "What a **tide pool** is, and why its oxygen falls at night. Of 1759, and 17 & more. It ends.",
                            Sentences =
                            [
                                Sentence("What a tide pool is, and why its oxygen falls at night.", SourceSupport.Cited, 1.25),
                                Sentence("Of 1759, and 17 & more.", SourceSupport.Cited, 62.5) with { Doubts = ["17", "1759"] },
                            ],
                        },
                        small.Hours[0].Segments[1] with
                        {
                            Sentences = [Sentence("How the sea returns.", SourceSupport.Cited, 400)],
                        },
                    ],
                },
            ],
        };
    }

    /// <summary>The report with sources, and minutes of every kind.</summary>
    public static Report Minutes() => WithMinutes(
        Sourced(),
        [Sentence("The pool is measured in 1760.", SourceSupport.Cited, 1.25) with { Doubts = ["1760"] }],
        [Action("Count the crabs.", "Anna & Tim", "by next Friday"), Action("Wait for the sea.", null, null)],
        [
            Question("Is the pool deep?", "The pool is a small sea."),
            Question("Close the pool to visitors.", null) with { IsProposal = true },
        ]);

    public static Report WithMinutes(
        Report report, IReadOnlyList<SourcedSentence> decisions, IReadOnlyList<ActionItem> actions, IReadOnlyList<OpenQuestion>? questions) =>
        report with { Overall = report.Overall with { Decisions = decisions, Actions = actions, Questions = questions } };

    public static ActionItem Action(string text, string? owner, string? due) =>
        new(text, [TimeRange.Seconds(61, 71)], SourceSupport.Cited) { Owner = owner, Due = due };

    public static OpenQuestion Question(string text, string? answer) => new(text, [TimeRange.Seconds(1, 11)], SourceSupport.Cited)
    {
        Answer = answer is null ? null : Sentence(answer, SourceSupport.Cited, 400),
    };

    public static SourcedSentence Sentence(string text, SourceSupport support, params double[] starts) =>
        new(text, [.. starts.Select(start => new TimeRange(Seconds(start), Seconds(start + 10)))], support);

    public static ReportSegment Segment(int index, double start, double end, string summary) => new(
        index, Seconds(start), Seconds(end), summary, SummaryStatus.Ok,
        VideoLinks.At(new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"), "youtube", Seconds(start)), null);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
