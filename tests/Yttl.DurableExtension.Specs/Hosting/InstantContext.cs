using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Functions.Engine;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>
/// A durable context whose waits end at once: the timers are real ones of no length, and the clock moves by what they
/// would have taken and by what steps say that they took. So it depends on the history only, as a replayed clock must.
/// It also keeps the runs of specs apart, which all call themselves <c>run</c> in one task hub.
/// </summary>
internal sealed class InstantContext(TaskOrchestrationContext durable) : TaskOrchestrationContext
{
    /// <summary>Stands between what keeps runs apart and the id that the workflow sees.</summary>
    public const char Mark = '~';

    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(
        new RetryPolicy(StepRetries.Attempts, TimeSpan.FromMilliseconds(1)) { HandleFailure = StepRetries.MayHelp });

    private readonly int _visible = durable.InstanceId.IndexOf(Mark, StringComparison.Ordinal) + 1;
    private TimeSpan _moved;

    public override TaskName Name => durable.Name;

    public override string InstanceId => durable.InstanceId[_visible..];

    public override ParentOrchestrationInstance? Parent => durable.Parent;

    public override string Version => durable.Version;

    public override DateTime CurrentUtcDateTime => (WorkflowHistory.Start + _moved).UtcDateTime;

    public override bool IsReplaying => durable.IsReplaying;

    public override IReadOnlyDictionary<string, object?> Properties => durable.Properties;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => durable.GetInput<T>();

    public override async Task<TResult> CallActivityAsync<TResult>(
        TaskName name, object? input = null, TaskOptions? options = null)
    {
        var result = await durable.CallActivityAsync<TResult>(name, input, options?.Retry is null ? options : Retries);
        if (result is JsonElement outcome)
            _moved += LanguageWorker.MovedBy(outcome);
        return result;
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        durable.CallSubOrchestratorAsync<TResult>(
            orchestratorName,
            input,
            options is SubOrchestrationOptions { InstanceId: { } id } named
                ? named with { InstanceId = $"{durable.InstanceId[.._visible]}{id}" }
                : options);

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var wait = fireAt - CurrentUtcDateTime;
        await durable.CreateTimer(durable.CurrentUtcDateTime, cancellationToken);
        _moved += wait;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default) =>
        durable.WaitForExternalEvent<T>(eventName, cancellationToken);

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        durable.SendEvent(instanceId, eventName, payload);

    public override void SetCustomStatus(object? customStatus) => durable.SetCustomStatus(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        durable.ContinueAsNew(newInput, preserveUnprocessedEvents);

    public override Guid NewGuid() => durable.NewGuid();
}
