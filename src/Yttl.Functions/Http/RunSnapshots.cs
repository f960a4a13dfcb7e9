using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.DurableTask.Client;
using Yttl.Core.Reports;
using Yttl.Functions.Engine;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Http;

/// <summary>The state of a Durable Functions instance in the terms of the HTTP contract.</summary>
internal static class RunSnapshots
{
    public static bool IsRun(OrchestrationMetadata instance) => IsVideo(instance) || IsList(instance) || IsUrlList(instance);

    /// <param name="instance">With its input and its result.</param>
    public static RunSnapshot From(OrchestrationMetadata instance)
    {
        var facts = FactsOf(instance);
        var source = facts?.Source ?? SourceOf(instance);
        return SupersededRuns.IsOfOtherVersion(instance)
            ? Superseded(instance, source)
            : Of(instance, source, facts, ResultOf(instance));
    }

    /// <summary>As far as a listing shows it.</summary>
    /// <param name="instance">Without its input and its result.</param>
    /// <returns>
    /// Null where the custom status does not say enough: before the run's first step, of an earlier version, and of a run
    /// that broke off, whose result may name another version.
    /// </returns>
    public static RunSnapshot? Listed(OrchestrationMetadata instance) =>
        FactsOf(instance) is { Source: { } source } facts && instance.RuntimeStatus switch
        {
            OrchestrationRuntimeStatus.Failed => false,
            OrchestrationRuntimeStatus.Completed => facts.Ended is not null,
            _ => true,
        }
            ? Of(instance, source, facts, facts.Ended)
            : null;

    public static RunFacts? FactsOf(OrchestrationMetadata instance) =>
        Read(instance.SerializedCustomStatus, RunFactsJson.Default.RunFacts);

    private static RunSnapshot Of(OrchestrationMetadata instance, string? source, RunFacts? facts, IRunResult? result) => new(
        new RunId(instance.InstanceId),
        StatusOf(instance.RuntimeStatus, result?.Status),
        source,
        instance.CreatedAt,
        instance.LastUpdatedAt,
        facts?.Progress,
        result);

    /// <returns>Null for a list of addresses, and where its input cannot be read.</returns>
    public static RunStart? StartOf(OrchestrationMetadata instance) =>
        !IsUrlList(instance) && Read(instance.SerializedInput, RunsJson.Default.RunInput) is { } input
            ? new RunStart(input, IsList(instance))
            : null;

    private static string? SourceOf(OrchestrationMetadata instance) => IsUrlList(instance)
        ? Read(instance.SerializedInput, UrlListsJson.Default.UrlListInput)?.Source
        : Read(instance.SerializedInput, RunsJson.Default.RunInput)?.Source;

    private static IRunResult? ResultOf(OrchestrationMetadata instance) =>
        instance.RuntimeStatus is not OrchestrationRuntimeStatus.Completed ? null
        : IsVideo(instance) ? Read(instance.SerializedOutput, RunsJson.Default.VideoResult)
        : IsList(instance) ? Read(instance.SerializedOutput, RunsJson.Default.PlaylistResult)
        : Read(instance.SerializedOutput, UrlListsJson.Default.UrlListResults);

    private static RunSnapshot Superseded(OrchestrationMetadata instance, string? source)
    {
        var continues = SupersededRuns.CanContinue(instance);
        return new RunSnapshot(
            new RunId(instance.InstanceId),
            continues ? RunStatus.Queued : RunStatus.Failed,
            source,
            instance.CreatedAt,
            instance.LastUpdatedAt,
            Progress: null,
            continues ? null : new RunEnding(RunStatus.Failed, Title: null, Gaps: 0, SupersededRuns.Unreadable))
        {
            IsSuperseded = continues,
        };
    }

    private static bool IsVideo(OrchestrationMetadata instance) => instance.Name == SummarizeVideoWorkflow.Definition.Name;

    private static bool IsList(OrchestrationMetadata instance) => instance.Name == SummarizePlaylistWorkflow.Definition.Name;

    private static bool IsUrlList(OrchestrationMetadata instance) => instance.Name == FeedUrlListWorkflow.Definition.Name;

    /// <summary>
    /// For the engine, a run that ended as planned is complete. The result says whether its report is.
    /// </summary>
    private static RunStatus StatusOf(OrchestrationRuntimeStatus status, RunStatus? ended) => status switch
    {
        OrchestrationRuntimeStatus.Pending => RunStatus.Queued,
        OrchestrationRuntimeStatus.Completed => ended ?? RunStatus.Failed,
        OrchestrationRuntimeStatus.Failed => RunStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => RunStatus.Terminated,
        _ => RunStatus.Running,
    };

    /// <returns>Null where there is no JSON, or it is of an earlier version and cannot be read.</returns>
    public static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
