using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Summaries;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.Replay;

/// <summary>
/// Fixes what each version of the workflows calls, in which order, for one script. A host that replays a stored history
/// needs the same calls, so a change comes with a raised <see cref="WorkflowVersion"/>.
/// </summary>
public sealed class WorkflowCallsSpecs
{
    private static readonly Failure NoCaptions = new(FailureCategory.Unavailable, "captions.none", "No captions.");

    private static readonly SpeechOptions Speech = new(
        new SpeechModel("local", "whisper"), SilenceSettings.Default, ChunkOptions.Default,
        new RecognizerProfile(1, RecognizerProfile.Window, 1, default, default, 1), Force: false);

    private static readonly RunOptions Options = new(
        null,
        Speech,
        ["sponsor"],
        new SummaryOptions("openai", "a model", null, SummaryLength.Medium, SummaryStyle.Narrative, null));

    private static readonly ExecutionOptions Execution = new(3, [ReportFormat.Html], "out")
    {
        VideoWindow = 2,
        TimeLimit = TimeSpan.FromDays(1),
        OnDemand = true,
        Speech = new SpeechExecution(new ChunkCapacity(Workers: 2, MemoryPerWorker: 1), OnDemand: true),
    };

    private static readonly RunInput Run = new("talk", Options, Execution) { Callback = "https://example.com/hook" };

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _workflows = [];

    [Fact]
    public async Task Each_workflow_makes_the_calls_of_its_version()
    {
        await AddAsync("with captions", SummarizeVideoWorkflow.Definition, Run, new FakePipeline { SegmentsPerHour = [3, 2] });
        await AddAsync("with speech and waits", SummarizeVideoWorkflow.Definition, Run, Deaf());
        await AddAsync("of three", SummarizePlaylistWorkflow.Definition, Run, new FakePipeline { List = Three });
        await AddAsync(
            "of three in pages of two",
            SummarizePlaylistWorkflow.Definition,
            Run with { Execution = Execution with { PageSize = 2 } },
            new FakePipeline { List = Three });
        await AddAsync(
            "of two",
            SummarizeListPageWorkflow.Definition,
            new ListPage(new RunId("list"), "A list", [.. Three().Entries.Take(2)], First: 2, Total: 4, Options, Execution),
            new FakePipeline());
        await AddAsync(
            "of a video and a list",
            FeedUrlListWorkflow.Definition,
            new UrlListInput("talks", [new UrlListEntry(1, "a", false), new UrlListEntry(2, "b", true)], [], Options, Execution),
            new FakePipeline { List = Three });
        await AddAsync(
            "with speech", ReadTranscriptWorkflow.Definition, new TranscriptInput("talk", null, Speech, Execution.Speech), Deaf());
        var plan = new PlanInput(Run, new AudioPlanning(Speech, Execution.Speech.Capacity));
        await AddAsync("of captions", PlanVideoWorkflow.Definition, plan, new FakePipeline());
        await AddAsync("of speech", PlanVideoWorkflow.Definition, plan, Deaf());
        await AddAsync("of three", PlanListWorkflow.Definition, plan, new FakePipeline { List = Three });

        var ask = new AskInput(new TranscriptInput("talk", null, Speech, Execution.Speech), null, "When?", Options.Summary)
        {
            OnDemand = true,
        };
        await AddAsync("of captions", AskVideoWorkflow.Definition, ask, new FakePipeline());
        var pipeline = new FakePipeline();
        await AddAsync(
            "of a stored transcript",
            AskVideoWorkflow.Definition,
            ask with { Read = null, Stored = new StoredTranscript(pipeline.Artifact("transcript"), "A title") },
            pipeline);

        _workflows.ShouldBe(Workflows, ignoreOrder: true);
        ShouldBeTheCallsOfThisVersion(_text.ToString());
    }

    /// <summary>The names of all workflows that there are.</summary>
    private static IEnumerable<string> Workflows => typeof(WorkflowVersion).Assembly.GetTypes()
        .Select(type => type.GetField("Definition", BindingFlags.Static | BindingFlags.Public)?.GetValue(null))
        .OfType<object>()
        .Select(workflow => (string)workflow.GetType().GetProperty("Name")!.GetValue(workflow)!);

    /// <summary>A version that has a file keeps it: only the file of a new version is written.</summary>
    private static void ShouldBeTheCallsOfThisVersion(string calls, [CallerFilePath] string spec = "")
    {
        var name = $"calls.{WorkflowVersion.Current}.txt";
        var golden = Path.Combine(Path.GetDirectoryName(spec)!, "Golden", name);
        if (File.Exists(golden))
            calls.ShouldBe(
                File.ReadAllText(golden),
                "A workflow makes other calls than its version. Raise WorkflowVersion.Current and defaultVersion in host.json, "
                + "and write the file of the new version with YTTL_UPDATE_GOLDEN=1.");
        else
            Golden.Matches(name, calls);
    }

    private async Task AddAsync<TInput, TOutput>(
        string script, Workflow<TInput, TOutput> workflow, TInput input, FakePipeline pipeline)
    {
        var engine = new ReplayEngine(StepsOf(pipeline), seed: 1);
        await engine.RunAsync(workflow, new RunId("run"), input);
        _workflows.Add(workflow.Name);
        _text.Append(workflow.Name).Append(' ').Append(script).Append('\n');
        foreach (var call in engine.Called)
            _text.Append("  ").Append(call).Append('\n');
    }

    private static StepTable StepsOf(FakePipeline pipeline)
    {
        var asked = 0;
        return pipeline.Steps()
            .Bind(Steps.AwaitModel, (_, _) => Task.FromResult(
                new AwaitModelOutcome(asked++ is 0 ? TimeSpan.FromMinutes(1) : null, "it answers 503")))
            .Bind(Steps.SendCallback, (_, _) => Task.FromResult(new PlainOutcome()))
            .Bind(Steps.WriteUrlListResults, (_, _) => Task.FromResult(new PlainOutcome()));
    }

    /// <summary>A video without captions, of which a chunk and a segment have to wait for their provider.</summary>
    private static FakePipeline Deaf() => new()
    {
        ReadCaptions = () => new CaptionsOutcome(null, [], NoCaptions),
        Speech = new FakeSpeech
        {
            Transcribe = (chunk, before) => (chunk, before) is (1, 0)
                ? new ChunkOutcome(ChunkStatus.Failed, null, null, RetryAfter: TimeSpan.FromMinutes(2))
                : null,
        },
        SummarizeSegment = (text, before) => (text, before) is ("text 0", 0)
            ? new SummaryOutcome(SummaryStatus.Failed, null, FakePipeline.SomeFailure, TimeSpan.FromMinutes(4), default)
            : null,
    };

    private static ListOutcome Three() => new(
        "A list", [.. Enumerable.Range(0, 3).Select(index => new PlaylistEntry($"https://example.com/{index}", null, null))], null);
}
