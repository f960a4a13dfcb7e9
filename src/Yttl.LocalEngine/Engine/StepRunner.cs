using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Yttl.Core.Failures;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>
/// Every step of every run passes here: it is looked up, repeated while what it throws is transient, and timed.
/// </summary>
internal sealed class StepRunner
{
    /// <summary>Total attempts of a step that throws; short retries of a call within a step are its own.</summary>
    internal const int MaxAttempts = 3;

    internal static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    private readonly StepTable _table;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _retry;

    public StepRunner(StepTable table, TimeProvider time, ILogger logger)
    {
        _table = table;
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
        try
        {
            var json = JsonSerializer.Serialize(input, step.Input);
            var result = await _retry.ExecuteAsync(
                async token => await _table.RunAsync(step.Name, json, call, token), cancellationToken);
            return JsonSerializer.Deserialize(result, step.Output)!;
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
            call.Timings.Add(step.Name, start, call.Timings.Elapsed);
        }
    }
}
