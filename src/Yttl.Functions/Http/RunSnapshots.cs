using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.DurableTask.Client;
using Yttl.Workflows;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>What Durable Functions knows of an instance, in the words of the HTTP contract.</summary>
internal static class RunSnapshots
{
    public static bool IsRun(OrchestrationMetadata instance) => IsVideo(instance) || IsList(instance);

    public static RunSnapshot Of(OrchestrationMetadata instance)
    {
        var ended = instance.RuntimeStatus is OrchestrationRuntimeStatus.Completed;
        return new RunSnapshot(
            new RunId(instance.InstanceId),
            StateOf(instance.RuntimeStatus),
            IsVideo(instance)
                ? Read(instance.SerializedInput, WorkflowJson.Default.VideoInput)?.Source
                : Read(instance.SerializedInput, WorkflowJson.Default.PlaylistInput)?.Source,
            instance.CreatedAt,
            instance.LastUpdatedAt,
            Read(instance.SerializedCustomStatus, WorkflowJson.Default.RunProgress),
            ended && IsVideo(instance) ? Read(instance.SerializedOutput, WorkflowJson.Default.VideoResult) : null,
            ended && IsList(instance) ? Read(instance.SerializedOutput, WorkflowJson.Default.PlaylistResult) : null);
    }

    private static bool IsVideo(OrchestrationMetadata instance) => instance.Name == SummarizeVideoWorkflow.Definition.Name;

    private static bool IsList(OrchestrationMetadata instance) => instance.Name == SummarizePlaylistWorkflow.Definition.Name;

    private static EngineState StateOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => EngineState.Queued,
        OrchestrationRuntimeStatus.Completed => EngineState.Ended,
        OrchestrationRuntimeStatus.Failed => EngineState.Broken,
        OrchestrationRuntimeStatus.Terminated => EngineState.Terminated,
        _ => EngineState.Running,
    };

    private static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            // Of a version before this: its run is still listed, without what cannot be read.
            return null;
        }
    }
}
