using Xunit.Abstractions;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
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
