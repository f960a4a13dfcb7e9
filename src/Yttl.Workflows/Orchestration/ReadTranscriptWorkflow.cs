using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>Reads the transcript only: no summary and no report is written.</summary>
public static class ReadTranscriptWorkflow
{
    public static readonly Workflow<TranscriptInput, TranscriptResult> Definition = new(
        "read-transcript", RunAsync, WorkflowJson.Default.TranscriptInput, WorkflowJson.Default.TranscriptResult);

    private static async Task<TranscriptResult> RunAsync(WorkflowContext context, TranscriptInput input)
    {
        try
        {
            return await TranscriptReading.RunAsync(
                context, input.Source, input.Language, input.Speech, input.Execution, new RunDeadline(context, limit: null));
        }
        catch (StepFailedException e)
        {
            return new TranscriptResult(null, null, [], e.Failure);
        }
    }
}
