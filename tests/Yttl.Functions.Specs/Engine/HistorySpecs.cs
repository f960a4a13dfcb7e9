using Xunit.Abstractions;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>
/// History is read and replayed whole with every completion, and a payload above 16 KB is moved out of it into a blob of
/// its own: summaries, transcripts and plans travel as references.
/// </summary>
public sealed class HistorySpecs(ITestOutputHelper output)
{
    private const int LargestPayload = 16 * 1024;
    private const int LargestHistory = 96 * 1024;

    [Fact]
    public async Task A_list_of_five_hundred_has_a_small_result_and_so_have_its_pages()
    {
        var gone = new Failure(FailureCategory.Unavailable, "video.removed", new string('x', 400));
        var pipeline = new FakePipeline
        {
            List = () => new ListOutcome(
                "A list",
                [.. Enumerable.Range(0, 500).Select(index => new PlaylistEntry($"https://example.org/{index}", "A title", gone))],
                null),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());
        var input = Runs.Video();

        var result = await app.RunAsync(
            SummarizePlaylistWorkflow.Definition, "list", input with { Execution = input.Execution with { PageSize = 100 } });

        result.Pages.ShouldNotBeNull().Sum(page => page.Failed).ShouldBe(500);
        var list = await app.OverAsync("list");
        var page = await app.OverAsync("list:page-4");
        output.WriteLine(
            $"results of {list.SerializedOutput!.Length} and {page.SerializedOutput!.Length} characters, "
            + $"histories of {app.Backend.PayloadsOf("list").Sum()} and {app.Backend.PayloadsOf("list:page-4").Sum()} bytes");
        list.SerializedOutput.Length.ShouldBeLessThan(2048);
        page.SerializedOutput.Length.ShouldBeLessThan(512);
    }

    [Fact]
    public async Task Four_hours_heard_in_forty_chunks_and_told_in_48_segments_leave_a_small_history()
    {
        var pipeline = new FakePipeline
        {
            SegmentsPerHour = [12, 12, 12, 12],
            Speech = new FakeSpeech { Chunks = 40 },
            ReadCaptions = () => new CaptionsOutcome(
                null, [], new Failure(FailureCategory.Unavailable, "captions.none", "The video has no captions.")),
        };
        await using var app = await DurableApp.StartAsync(pipeline.Steps());

        var result = await app.RunAsync(SummarizeVideoWorkflow.Definition, "talk", new RunInput(
            Runs.Talk,
            Runs.Options with { Speech = Runs.Speech },
            new ExecutionOptions(Window: 5, [], ".") { Speech = new SpeechExecution(new ChunkCapacity(2, 256L << 20)) }));

        result.Status.ShouldBe(RunStatus.Complete);
        app.Attempts.Count(name => name == "transcribe-chunk").ShouldBe(40);
        app.Attempts.Count(name => name is "summarize-segment" or "consolidate").ShouldBe(48 + 4 + 1);
        var payloads = app.Backend.PayloadsOf("talk");
        output.WriteLine(
            $"{payloads.Count} payloads of {payloads.Sum()} bytes, the largest {payloads.Max()}; {app.Backend.EpisodesOf("talk")} replays");
        payloads.Max().ShouldBeLessThanOrEqualTo(LargestPayload);
        payloads.Sum().ShouldBeLessThanOrEqualTo(LargestHistory);
        app.Backend.PeakOf("talk", "transcribe-chunk").ShouldBe(2);
    }
}
