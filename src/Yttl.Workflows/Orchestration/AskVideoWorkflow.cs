using Yttl.Core.Artifacts;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Questions;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>Answers a question about a video, whose transcript it reads first where there is none yet.</summary>
public static class AskVideoWorkflow
{
    public static readonly Workflow<AskInput, AskResult> Definition = new(
        "ask-video", RunAsync, WorkflowJson.Default.AskInput, WorkflowJson.Default.AskResult);

    private static async Task<AskResult> RunAsync(WorkflowContext context, AskInput input)
    {
        try
        {
            if (input.Stored is { } stored)
                return new AskResult(null, await AnswerAsync(context, input, stored.Content, stored.Title), [], null);
            var (source, time) = (input.Read!, new RunDeadline(context, limit: null));
            var read = await TranscriptReading.RunAsync(
                context, source.Source, source.Language, source.Speech, source.Execution, time);
            return read is { Video: { } video, Transcript: { } transcript }
                ? new AskResult(video, await AnswerAsync(context, input, transcript.Content, video.Title), read.Notes, null)
                : new AskResult(read.Video, null, read.Notes, read.Failure);
        }
        catch (StepFailedException e)
        {
            return new AskResult(null, null, [], e.Failure);
        }
    }

    private static async Task<AnswerOutcome> AnswerAsync(
        WorkflowContext context, AskInput input, ArtifactRef transcript, string title)
    {
        context.Report(new RunProgress(RunPhase.Answer, 0, 1, title));
        var asleep = input.OnDemand
            ? await ModelReadiness.AwaitAsync(context, ModelRole.Summaries, new RunDeadline(context, limit: null))
            : null;
        return await context.CallAsync(
            Steps.AnswerQuestion, new AnswerRequest(transcript, title, input.Question, input.Writer) { WithoutModel = asleep });
    }
}
