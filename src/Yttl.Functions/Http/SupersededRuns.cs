using System.Text.Json;
using Microsoft.DurableTask.Client;
using Yttl.Core.Failures;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Http;

/// <summary>
/// Runs that another version of the app started. The Functions host fails them instead of replaying them (<c>Strict</c>
/// and <c>Fail</c> in host.json), before any code of theirs runs: they send no callback and write no results.
/// </summary>
internal static class SupersededRuns
{
    /// <summary>
    /// The type of that failure, in DurableTask.Core:
    /// https://github.com/Azure/durabletask/blob/main/src/DurableTask.Core/TaskOrchestrationDispatcher.cs
    /// </summary>
    private const string Mismatch = "VersionMismatch";

    /// <param name="run">With its output. Azure Storage has the failure there, other backends have it apart.</param>
    public static bool IsOfOtherVersion(OrchestrationMetadata run) =>
        run.RuntimeStatus is OrchestrationRuntimeStatus.Failed
        && (run.FailureDetails?.ErrorType is Mismatch
            || run.SerializedOutput?.TrimStart('"').StartsWith($"{Mismatch}:", StringComparison.Ordinal) is true);

    /// <summary>Whether this version can read what the run is to do.</summary>
    public static bool CanContinue(OrchestrationMetadata run) => run.Name == FeedUrlListWorkflow.Definition.Name
        ? RunSnapshots.Read(run.SerializedInput, UrlListsJson.Default.UrlListInput)
            is { Name: not null, Entries: not null, Rejected: not null, Options: not null, Execution: not null }
        : RunSnapshots.Read(run.SerializedInput, RunsJson.Default.RunInput) is { Source: not null, Options: not null, Execution: not null };

    /// <summary>
    /// Starts the next generation of a run of another version, with the same input. Any number of workers may try it at
    /// once: its id follows from the run's.
    /// </summary>
    /// <returns>
    /// Null where the run is of this version, is continued already, or cannot be. A run below another is continued by
    /// the one above it.
    /// </returns>
    public static async Task<RunId?> ContinueAsync(
        DurableTaskClient client, RunId id, CancellationToken cancellationToken)
    {
        if (!id.IsRoot)
            return null;
        var next = Generations.Next(id);
        if (await client.GetInstanceAsync(next.Value, getInputsAndOutputs: false, cancellationToken) is not null
            || await client.GetInstanceAsync(id.Value, getInputsAndOutputs: true, cancellationToken) is not { } run
            || !IsOfOtherVersion(run)
            || !CanContinue(run))
            return null;
        using var input = JsonDocument.Parse(run.SerializedInput!);
        return await DurableRunHost.ScheduleAsync(client, run.Name, input.RootElement, next, cancellationToken) ? next : null;
    }

    /// <summary>The failure of a run whose input this version cannot read.</summary>
    public static Failure Unreadable { get; } = new(
        FailureCategory.Processing,
        "run.other-version",
        "Another version of the app started this run, and this version cannot read its input: post the source again;"
        + " finished work is reused.");
}
