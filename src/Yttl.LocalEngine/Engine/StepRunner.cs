using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Sources;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>
/// Every step of every run passes here: it is not run where its work is remembered, repeated while what it throws is
/// transient, remembered, and timed.
/// </summary>
internal sealed class StepRunner
{
    /// <summary>Total attempts of a step that throws; short retries of a call within a step are its own.</summary>
    internal const int MaxAttempts = 3;

    internal static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    private readonly StepTable _table;
    private readonly ILogger _logger;
    private readonly StepMemory _memory;
    private readonly ResiliencePipeline _retry;

    /// <param name="memory">Null remembers nothing.</param>
    public StepRunner(
        StepTable table,
        TimeProvider time,
        ILogger logger,
        IStepMemory? memory = null,
        Reuse reuse = Reuse.Everything)
    {
        _table = table;
        _memory = new StepMemory(memory, reuse, time.GetUtcNow);
        _logger = logger;
        _retry = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<YttlException>(e => e.Transient),
                MaxRetryAttempts = MaxAttempts - 1,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = _ =>
                {
                    StepTracker.Current?.BeginBackOff();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <exception cref="StepFailedException">The step threw something final, or threw too often.</exception>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, TInput input, StepCall call, CancellationToken cancellationToken)
    {
        var tracker = call.Tracker.Begin(step.Name, call.Run.Value);
        var json = "";
        string? result = null;
        FailureCategory? failed = null;
        try
        {
            json = JsonSerializer.Serialize(input, step.Input);
            var key = step.KeyOf(input);
            result = await _memory.FindAsync(step, key, cancellationToken);
            if (result is not null)
            {
                var remembered = JsonSerializer.Deserialize(result, step.Output)!;
                Learn(remembered, call.Tracker);
                return remembered;
            }

            result = await _retry.ExecuteAsync(
                async token =>
                {
                    tracker?.BeginAttempt();
                    return await _table.RunAsync(step.Name, json, call, token);
                },
                cancellationToken);
            failed = OutcomeFailure.Of(result);
            var outcome = JsonSerializer.Deserialize(result, step.Output)!;
            Learn(outcome, call.Tracker);
            await _memory.KeepAsync(step, key, outcome, result);
            return outcome;
        }
        catch (YttlException e)
        {
            failed = e.Failure.Category;
            throw new StepFailedException(step.Name, e.Failure, e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.StepThrew(_logger, call.Run.Value, step.Name, e);
            failed = FailureCategory.Processing;
            var failure = new Failure(FailureCategory.Processing, "step.failed", $"The step '{step.Name}' failed: {e.Message}");
            throw new StepFailedException(step.Name, failure, e);
        }
        finally
        {
            if (tracker is not null)
                await call.Tracker.AddAsync(tracker.End(step.SideBySide, failed, json, result));
        }
    }

    private static void Learn<TOutput>(TOutput outcome, RunTracker tracker)
    {
        if (outcome is ResolveOutcome { Video: { } video })
            tracker.Video = video.Id;
    }
}
