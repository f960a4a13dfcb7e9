using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Logging;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>Runs steps in this process, and repeats a step while its exception is transient.</summary>
internal sealed class StepRunner
{
    /// <summary>
    /// Total attempts of a step that throws. The short retries of a call within a step are not counted.
    /// </summary>
    internal const int MaxAttempts = 3;

    internal static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    private readonly ILogger _logger;
    private readonly StepExecution _execution;

    /// <param name="memory">Null: no work is remembered.</param>
    public StepRunner(
        StepTable table,
        TimeProvider time,
        ILogger logger,
        IStepMemory? memory = null,
        Reuse reuse = Reuse.Everything)
    {
        _logger = logger;
        var retry = new ResiliencePipelineBuilder { TimeProvider = time }
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
        _execution = new StepExecution(table, new StepCache(memory, reuse, time.GetUtcNow), retry);
    }

    /// <exception cref="StepFailedException">The step threw a final exception, or threw in every attempt.</exception>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, TInput input, RunTracker tracker, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await _execution.RunAsync(step, input, tracker, cancellationToken);
            if (outcome is ResolveOutcome { Video: { } video })
                tracker.Video = video.Id;
            return outcome;
        }
        catch (YttlException e)
        {
            throw new StepFailedException(step.Name, e.Failure, e);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.StepThrew(_logger, tracker.Run.Value, step.Name, e);
            var failure = new Failure(
                FailureCategory.Processing, "step.failed", $"The step '{step.Name}' failed: {FileReason.FormatWithPath(e)}");
            throw new StepFailedException(step.Name, failure, e);
        }
    }
}
