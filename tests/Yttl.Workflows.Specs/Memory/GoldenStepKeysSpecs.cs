using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Callbacks;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Performance;
using Yttl.Core.Predictions;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Time;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.Memory;

/// <summary>
/// Fixes what stored work is found by: the keys of inputs, and the content whose hash is part of such keys. A change in
/// one of these files makes finished work be done again: it comes with a raised version of the step.
/// </summary>
public sealed class GoldenStepKeysSpecs
{
    private static readonly LanguageTag German = LanguageTag.Parse("de", null);
    private static readonly Failure Refused = new(FailureCategory.Api, "model.refused", "The model refused.");
    private static readonly AudioRef Audio = new(new string('a', 64), 160_000);
    private static readonly SpeechModel Recognizer = new("groq", "whisper-large-v3") { Revision = "r1" };
    private static readonly TranscriptRef Transcript = new(Artifact("transcript"), German, 12, Seconds(754.321));
    private static readonly RemovedRange Removed = new(Seconds(1.5), Seconds(20), "sponsor");

    private static readonly SummaryOptions Options =
        new("openai", "gpt-4o-mini", German, SummaryLength.Long, SummaryStyle.Bullets, "Für Kinder, \"einfach\" & kurz.")
        {
            InputTokens = 9_000,
            ModelRevision = "r2",
        };

    private static readonly SummaryOutcome Summary =
        new(SummaryStatus.Fallback, Artifact("summary"), Refused, Seconds(90), new TokenUsage(7, 3))
        {
            WrittenBy = "groq",
            Note = "One note.",
        };

    private readonly StringBuilder _text = new();
    private readonly JsonMembers _members = new();
    private readonly List<string> _steps = [];

    [Fact]
    public void The_key_of_every_step_is_what_it_was()
    {
        Key(Steps.List, new ListRequest("https://www.youtube.com/playlist?list=PL1"));
        Key(Steps.List, new ListRequest("/talks"));
        Key(Steps.List, new ListRequest("https://www.youtube.com/playlist?list=PL1") { Most = 500 });
        Key(Steps.Resolve, new ResolveRequest("https://www.youtube.com/watch?v=dQw4w9WgXcQ"));
        Key(Steps.Resolve, new ResolveRequest("/talks/talk.mp4"));
        Key(Steps.Resolve, new ResolveRequest("https://www.youtube.com/watch?v=dQw4w9WgXcQ") { Title = "Längengrade" });
        Key(Steps.ReadCaptions, new CaptionsRequest(Artifact("video"), German));
        Key(Steps.DecodeAudio, new DecodeRequest(Artifact("source"), German, new SilenceSettings(-37.5, Seconds(0.75))));
        Key(Steps.DecodeAudio, new DecodeRequest(Artifact("source"), German, new SilenceSettings(-37.5, Seconds(0.75)), Attempt: 1));
        Key(Steps.PlanChunks, new PlanChunksRequest(
            Artifact("track"),
            new ChunkOptions(ChunkStrategy.MemoryOptimized, Seconds(120)),
            new RecognizerProfile(25_000_000, Seconds(600), 4_000.5, Seconds(1.25), Seconds(0.5), 32_000),
            new ChunkCapacity(8, 1_000_000)));
        Key(Steps.DetectLanguage, new DetectLanguageRequest(Audio, Seconds(3.2), Recognizer));
        Key(Steps.TranscribeChunk, new TranscribeChunkRequest(Audio, Artifact("plan"), 3, German, Recognizer));
        Key(Steps.Stitch, new StitchRequest(
            Artifact("track"),
            Artifact("plan"),
            [
                new ChunkOutcome(ChunkStatus.Ok, Artifact("words"), null),
                new ChunkOutcome(ChunkStatus.Failed, null, Refused, Seconds(60), AudioGone: true, "One note."),
            ],
            German,
            "groq whisper-large-v3"));
        Key(Steps.DeleteAudio, new DeleteAudioRequest(Audio));
        Key(Steps.RemoveSponsors, new SponsorBlockRequest(Artifact("video"), Transcript, ["sponsor", "selfpromo"]));
        Key(Steps.Section, new SectionRequest(
            Artifact("transcript"), Artifact("video"), [Removed], new SectionOptions(SectionMode.Topics, Minutes: 7)));
        Key(Steps.EstimateTranscript, new EstimateRequest(Seconds(754.5), Artifact("plan"), German));
        Key(Steps.PredictSummaries, new PredictionRequest([Hour], "Längengrade & Uhren", German, Options, Window: 8));
        Key(Steps.SummarizeSegment, new SegmentRequest(Artifact("text"), "Längengrade & Uhren", Options));
        Key(Steps.Consolidate, Consolidation);
        Key(Steps.Consolidate, Consolidation with { WithoutModel = Refused });
        Key(Steps.Consolidate, Consolidation with { Spoken = [Artifact("text")] });
        var question = new AnswerRequest(Artifact("transcript"), "Längengrade & Uhren", "Wann war die Uhr fertig?", Options);
        Key(Steps.AnswerQuestion, question);
        Key(Steps.AnswerQuestion, question with { WithoutModel = Refused });
        Key(Steps.AnswerQuestion, question with { Options = Options with { Provider = "extractive" } });
        Key(Steps.RenderReport, new ReportRequest(
            Artifact("video"),
            Transcript,
            [Hour],
            [Summary],
            [Summary],
            Summary,
            [Removed],
            ["One note."],
            [ReportFormat.Json, ReportFormat.WebVtt],
            "/out",
            German)
        {
            Started = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
            NoTranscript = true,
            Predicted = new Prediction(9, new CallsByLevel(9, 2, 1), new TokenUsage(7_000, 300))
            {
                Seconds = 12.5,
                SecondsPerCall = 2.5,
                Cost = 0.125m,
                Currency = "USD",
            },
            WrittenBy = new ReportWriter("groq", "llama-3.3-70b-versatile"),
        });
        Key(Steps.RenderIndex, new IndexRequest(
            "Talks", "https://www.youtube.com/playlist?list=PL1",
            [
                new IndexEntry("One", RunStatus.Failed, "/out/one.html", 2, Refused)
                {
                    Duration = Seconds(754.5),
                    Lead = "Die Uhr geht.",
                },
            ],
            "/out"));
        Key(Steps.WriteVideoResults, new VideoResults(
        [
            new VideoResult(
                new RunId("run:7"), "https://example.org/talk", RunStatus.Partial, "dQw4w9WgXcQ", "One",
                Artifact("report"), ["/out/one.html"], 2, ["One note."], Refused)
            {
                Replaced = true,
                Duration = Seconds(754.5),
                Lead = "Die Uhr geht.",
                Retries = 3,
                Errors = [new CallErrors("groq", FailureCategory.RateLimit, 2)],
            },
        ]));
        Key(Steps.WriteUrlListResults, new UrlListResults(
            "talks.txt",
            IsFinal: true,
            [new UrlListOutcome(2, "https://example.org/talk", new RunId("list-1:0"), RunStatus.Partial, 2, Refused)],
            [new RejectedLine(3, Refused)]));
        Key(Steps.AwaitModel, new AwaitModelRequest(ModelRole.Summaries));
        Key(Steps.SendCallback, new CallbackRequest("https://example.org/done", "run", "{}"));

        Golden.Matches("step-keys.txt", _text.ToString());
        _steps.Distinct().ShouldBe(StepFields.Select(field => Member<string>(field, "Name")), ignoreOrder: true);
        _members.Unset.ShouldBeEmpty();
    }

    [Fact]
    public void Content_that_inputs_name_by_its_hash_is_written_as_it_was()
    {
        Content(new Video
        {
            Id = "dQw4w9WgXcQ",
            Title = "Längengrade & Uhren",
            Extractor = "youtube",
            Url = new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            MediaPath = "/talks/talk.mp4",
            Revision = "r3",
            Duration = Seconds(754.5),
            Channel = "Uhrwerk",
            Published = new DateOnly(2026, 3, 4),
            Language = German,
            Chapters = [new Chapter(Seconds(1), Seconds(60), "Eins")],
            CaptionTracks =
            [
                new CaptionTrack(CaptionTrackKind.Automatic, German, "vtt", "Deutsch")
                {
                    Url = new Uri("https://example.org/captions?a=1&b=2"),
                    Path = "/talks/talk.vtt",
                    Revision = "r4",
                    StreamIndex = 2,
                    Codec = "subrip",
                    Role = CaptionRole.Forced,
                    IsDefault = true,
                    MayBeOfAnother = true,
                },
            ],
            CaptionsMissing = "the site withholds them",
            IsLive = true,
        }, SourcesJson.Default.Video);
        Content(new AudioSource
        {
            Id = "dQw4w9WgXcQ",
            Extractor = "youtube",
            Url = new Uri("https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
            MediaPath = "/talks/talk.mp4",
            Revision = "r3",
            Duration = Seconds(754.5),
            Language = German,
            IsLive = true,
            Streams = [new AudioStream(1, 48_000, Seconds(0.021), Seconds(754.5), German, SeeksExactly: true)],
        }, SourcesJson.Default.AudioSource);
        Content(new AudioTrack(
            Audio,
            Seconds(10),
            [new Silence(Seconds(1), Seconds(2.5), 12.25)],
            [new LostAudio(Seconds(9), Seconds(10), "The file is cut off.")],
            -41.5,
            German), AudioJson.Default.AudioTrack);
        Content(new ChunkPlan(
            ChunkStrategy.Fixed,
            [
                new Chunk(
                    1, Seconds(1), Seconds(9), Seconds(0.5), Seconds(9.5), Seconds(7),
                    new Cut(CutReason.Silence, Seconds(1.5), 12.25), new Cut(CutReason.Fixed, Seconds(0.1), 0.5)),
            ],
            [new TimeRange(Seconds(9), Seconds(10))],
            Seconds(10), Seconds(7), 2, Seconds(4.5), "2 workers", "No silence."), ChunkingJson.Default.ChunkPlan);
        Content(new ChunkTranscript(
            1,
            German,
            [
                new SpokenPhrase(Seconds(1), Seconds(2), "Guten Tag.", [new SpokenWord(Seconds(1), Seconds(1.4), "Guten")]),
                new SpokenPhrase(Seconds(2), Seconds(3), "Ja.", []) { Speaker = "A" },
            ],
            TimesAreApproximate: true,
            [Seconds(1.5)]), SpeechJson.Default.ChunkTranscript);
        Content(new Transcript(
            [new Cue(Seconds(1), Seconds(2), "Guten Tag."), new Cue(Seconds(2), Seconds(3), "Ja.") { Speaker = "Ada" }], German, TranscriptSource.Whisper, "groq")
        {
            Coverage = new SpeechCoverage(Seconds(7), Seconds(6), [new TranscriptGap(Seconds(3), Seconds(4), "transcription", Refused)]),
        }, CaptionsJson.Default.Transcript);
        Content(
            new SegmentText(Seconds(1), Seconds(300), German, [new Cue(Seconds(1), Seconds(2), "Guten Tag.")]) { Title = "Länge" },
            SegmentsJson.Default.SegmentText);
        Content(
            new Summary("Die Uhr geht.")
            {
                Title = "Zeit",
                Sentences =
                [
                    new SourcedSentence("Die Uhr geht.", [TimeRange.Seconds(1, 2)], SourceSupport.Matched) { Doubts = ["1759"] },
                ],
                WrittenBy = "groq",
                Minutes = new MeetingMinutes
                {
                    Decisions = [new SourcedSentence("Es gilt.", [TimeRange.Seconds(1, 2)], SourceSupport.Cited) { Doubts = ["17"] }],
                    Actions =
                    [
                        new ActionItem("Prüfen.", [TimeRange.Seconds(1, 2)], SourceSupport.Matched)
                        {
                            Owner = "Anna", Due = "bis Freitag", Doubts = ["18"],
                        },
                    ],
                    Questions =
                    [
                        new OpenQuestion("Gilt es?", [TimeRange.Seconds(1, 2)], SourceSupport.None)
                        {
                            IsProposal = true,
                            Answer = new SourcedSentence("Ja.", [TimeRange.Seconds(3, 4)], SourceSupport.Cited) { Doubts = ["19"] },
                            Doubts = ["20"],
                        },
                    ],
                },
            },
            SummariesJson.Default.Summary);

        Golden.Matches("content.txt", _text.ToString());
        _members.Unset.ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_writes_one_form_of_json()
    {
        foreach (var type in StepFields.SelectMany(field => new[] { "Input", "Output" }.Select(name => Member<JsonTypeInfo>(field, name))))
        {
            var (options, expected) = (type.Options, WorkflowJson.Default.Options);
            options.Converters.Select(converter => converter.GetType())
                .ShouldBe(expected.Converters.Select(converter => converter.GetType()), type.Type.Name);
            (options.PropertyNamingPolicy, options.DefaultIgnoreCondition, options.NumberHandling, options.Encoder)
                .ShouldBe((expected.PropertyNamingPolicy, expected.DefaultIgnoreCondition, expected.NumberHandling, expected.Encoder));
        }
    }

    private static HourRef Hour => new(1, Seconds(3_600), Seconds(7_200),
        [new SegmentRef(9, Seconds(3_600), Seconds(3_900), Artifact("text"), Refused) { Title = "Länge" }]);

    private static ConsolidationRequest Consolidation => new(
        ConsolidationLevel.Overall,
        Seconds(0.5),
        Seconds(754.5),
        "Längengrade & Uhren",
        German,
        [new PartRef(Seconds(1), Seconds(300), Artifact("summary"), SummaryStatus.Fallback, Refused) { Chapter = "Länge" }],
        Options);

    private void Key<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        _steps.Add(step.Name);
        _members.Visit(input, step.Input);
        _text.Append(step.Name).Append(" v").Append(step.Version).Append('\n')
            .Append(step.KeyOf(input) is { } key ? $"{key}\n" : "not remembered\n")
            .Append(JsonSerializer.Serialize(input, step.Input)).Append("\n\n");
    }

    private void Content<T>(T content, JsonTypeInfo<T> type)
    {
        _members.Visit(content, type);
        _text.Append(typeof(T).Name).Append('\n').Append(JsonSerializer.Serialize(content, type)).Append("\n\n");
    }

    private static FieldInfo[] StepFields => typeof(Steps).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static T Member<T>(FieldInfo field, string name) =>
        (T)field.FieldType.GetProperty(name)!.GetValue(field.GetValue(null))!;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static ArtifactRef Artifact(string text) => ArtifactRef.OfHash(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
