using System.Collections.Concurrent;
using System.Text;
using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using Microsoft.DurableTask.Testing.Sidecar;

namespace Yttl.Functions.Specs.Engine;

/// <summary>
/// The Durable Task SDK's backend in memory, with four differences: durable timers fire at once, as many activities run
/// side by side as the orchestrations ask for, what a worker left undone when it went is delivered again, as every real
/// backend does, and activities run under any version, as the Functions host compares those of orchestrations alone.
/// </summary>
internal sealed class InstantBackend
    : InMemoryOrchestrationService,
        IOrchestrationService,
        IOrchestrationServiceClient,
        IOrchestrationServiceQueryClient,
        IOrchestrationServicePurgeClient
{
    private readonly ConcurrentDictionary<TaskMessage, TaskActivityWorkItem> _undone = new();
    private readonly ConcurrentDictionary<string, List<HistoryEvent>> _histories = new();
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    /// <summary>The version of the workers.</summary>
    public string Version { get; set; } = "";

    /// <summary>What queries find of the instances that match. They find all of them at first.</summary>
    public Func<OrchestrationState, bool> Finds { get; set; } = _ => true;

    /// <summary>The ids of the instances that were read by themselves, and <c>all</c> for a query with inputs and results.</summary>
    public ConcurrentQueue<string> Reads { get; } = new();

    /// <summary>The most instances that one purge deletes before its caller's patience is at an end.</summary>
    public int MostPurgedAtOnce { get; set; } = int.MaxValue;

    /// <summary>How long each durable timer would have taken, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    int IOrchestrationService.MaxConcurrentTaskActivityWorkItems => 64;

    /// <summary>All events of an instance in order.</summary>
    public IReadOnlyList<HistoryEvent> HistoryOf(string instance) => _histories[instance];

    /// <summary>The inputs and results that the history of an instance holds, in UTF-8 bytes.</summary>
    public IReadOnlyList<int> PayloadsOf(string instance) =>
        [.. HistoryOf(instance).Select(PayloadOf).OfType<string>().Select(Encoding.UTF8.GetByteCount)];

    /// <summary>How often the orchestrator's code was run for an instance, each time over all that was before.</summary>
    public int EpisodesOf(string instance) => HistoryOf(instance).OfType<OrchestratorStartedEvent>().Count();

    /// <summary>The most activities of these names that an instance had in flight at once.</summary>
    public int PeakOf(string instance, params string[] activities)
    {
        var (open, peak) = (new HashSet<int>(), 0);
        foreach (var happened in HistoryOf(instance))
        {
            if (happened is TaskScheduledEvent scheduled && activities.Contains(scheduled.Name))
                open.Add(scheduled.EventId);
            else if (happened is TaskCompletedEvent completed)
                open.Remove(completed.TaskScheduledId);
            else if (happened is TaskFailedEvent failed)
                open.Remove(failed.TaskScheduledId);
            peak = Math.Max(peak, open.Count);
        }

        return peak;
    }

    public async Task DeliverUndoneAgainAsync()
    {
        foreach (var item in _undone.Values)
            await AbandonTaskActivityWorkItemAsync(item);
    }

    Task<OrchestrationState> IOrchestrationServiceClient.GetOrchestrationStateAsync(string instanceId, string? executionId)
    {
        Reads.Enqueue(instanceId);
        return GetOrchestrationStateAsync(instanceId, executionId);
    }

    async Task<OrchestrationQueryResult> IOrchestrationServiceQueryClient.GetOrchestrationWithQueryAsync(
        OrchestrationQuery query, CancellationToken cancellationToken)
    {
        if (query.FetchInputsAndOutputs)
            Reads.Enqueue("all");
        var found = await GetOrchestrationWithQueryAsync(query, cancellationToken);
        return new OrchestrationQueryResult([.. found.OrchestrationState.Where(Finds)], found.ContinuationToken);
    }

    async Task<PurgeResult> IOrchestrationServicePurgeClient.PurgeInstanceStateAsync(PurgeInstanceFilter filter)
    {
        var found = await GetOrchestrationWithQueryAsync(
            new OrchestrationQuery { CreatedTimeFrom = filter.CreatedTimeFrom, CreatedTimeTo = filter.CreatedTimeTo },
            CancellationToken.None);
        return found.OrchestrationState.Count <= MostPurgedAtOnce
            ? await PurgeInstanceStateAsync(filter)
            : throw new TimeoutException("The call takes longer than 100 seconds.");
    }

    async Task<TaskActivityWorkItem> IOrchestrationService.LockNextTaskActivityWorkItem(
        TimeSpan receiveTimeout, CancellationToken cancellationToken)
    {
        var item = await LockNextTaskActivityWorkItem(receiveTimeout, cancellationToken);
        _undone[item.TaskMessage] = item;
        ((TaskScheduledEvent)item.TaskMessage.Event).Version = Version;
        return item;
    }

    Task IOrchestrationService.CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        _undone.TryRemove(workItem.TaskMessage, out _);
        return CompleteTaskActivityWorkItemAsync(workItem, responseMessage);
    }

    Task IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState orchestrationState)
    {
        var history = _histories.GetOrAdd(workItem.InstanceId, _ => []);
        history.AddRange(newOrchestrationRuntimeState.NewEvents);
        foreach (var timer in timerMessages.Select(message => message.Event).OfType<TimerFiredEvent>())
        {
            var asked = newOrchestrationRuntimeState.NewEvents.OfType<OrchestratorStartedEvent>().Last().Timestamp;
            _waits.Enqueue(timer.FireAt - asked);
            timer.FireAt = DateTime.UtcNow;
        }

        return CompleteTaskOrchestrationWorkItemAsync(
            workItem, newOrchestrationRuntimeState, outboundMessages, orchestratorMessages, timerMessages,
            continuedAsNewMessage, orchestrationState);
    }

    private static string? PayloadOf(HistoryEvent happened) => happened switch
    {
        ExecutionStartedEvent started => started.Input,
        TaskScheduledEvent scheduled => scheduled.Input,
        TaskCompletedEvent completed => completed.Result,
        SubOrchestrationInstanceCreatedEvent created => created.Input,
        SubOrchestrationInstanceCompletedEvent completed => completed.Result,
        ExecutionCompletedEvent completed => completed.Result,
        _ => null,
    };
}
