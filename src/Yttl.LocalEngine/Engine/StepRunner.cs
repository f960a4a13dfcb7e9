using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
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
            })
            .Build();
    }

    /// <exception cref="StepFailedException">The step threw something final, or threw too often.</exception>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, TInput input, StepCall call, CancellationToken cancellationToken)
    {
        var start = call.Timings.Elapsed;
        var reused = false;
        var calls = CallTally.Begin();
        try
        {
            var key = step.KeyOf(input);
            if (await _memory.FindAsync(step, key, cancellationToken) is { } remembered)
            {
                reused = true;
                return JsonSerializer.Deserialize(remembered, step.Output)!;
            }

            var json = JsonSerializer.Serialize(input, step.Input);
            var result = await _retry.ExecuteAsync(
                async token => await _table.RunAsync(step.Name, json, call, token), cancellationToken);
            var outcome = JsonSerializer.Deserialize(result, step.Output)!;
            await _memory.KeepAsync(step, key, outcome, result);
            return outcome;
        }
        catch (YttlException e)
        {
            throw new StepFailedException(step.Name, e.Failure, e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.StepThrew(_logger, call.Run.Value, step.Name, e);
            var failure = new Failure(FailureCategory.Processing, "step.failed", $"The step '{step.Name}' failed: {e.Message}");
            throw new StepFailedException(step.Name, failure, e);
        }
        finally
        {
            call.Timings.Add(step.Name, start, call.Timings.Elapsed, reused, calls);
        }
    }
}
