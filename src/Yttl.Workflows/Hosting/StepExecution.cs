using System.Text.Json;
using Polly;
using Yttl.Core.Failures;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Hosting;

/// <summary>
/// Runs every step of every run in the same way on all hosts. A step whose result is remembered is not run; the result
/// of a finished one is remembered; each is recorded. The host adds how it repeats a step and how an exception reaches
/// the workflow.
/// </summary>
/// <param name="retry">Repeats the step within one record; null where the host repeats the whole call.</param>
public sealed class StepExecution(StepTable steps, StepCache memory, ResiliencePipeline? retry = null)
{
    private readonly ResiliencePipeline _retry = retry ?? ResiliencePipeline.Empty;

    /// <summary>Throws the exception of the step's last attempt.</summary>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, TInput input, IStepRecorder recorder, CancellationToken cancellationToken)
    {
        var tracker = recorder.Begin(step.Name);
        var (json, result) = ("", (string?)null);
        FailureCategory? failed = null;
        try
        {
            json = JsonSerializer.Serialize(input, step.Input);
            var key = step.KeyOf(input, json);
            result = await memory.FindAsync(step, key, cancellationToken);
            if (result is not null)
                return JsonSerializer.Deserialize(result, step.Output)!;

            result = await _retry.ExecuteAsync(
                async token =>
                {
                    tracker?.BeginAttempt();
                    return await WorkAsync(step, json, token);
                },
                cancellationToken);
            var outcome = JsonSerializer.Deserialize(result, step.Output)!;
            failed = (outcome as IOutcome)?.Failure?.Category;
            await memory.KeepAsync(step, key, outcome, result);
            return outcome;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            failed = e is YttlException foreseen ? foreseen.Failure.Category : FailureCategory.Processing;
            throw;
        }
        finally
        {
            if (tracker is not null)
                await recorder.AddAsync(tracker.End(step.SideBySide, failed, json, result));
        }
    }

    /// <summary>Inputs and outcomes pass as JSON on every host, so that all hosts carry the same data.</summary>
    private async Task<string> WorkAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, string json, CancellationToken cancellationToken)
    {
        var input = JsonSerializer.Deserialize(json, step.Input)!;
        return JsonSerializer.Serialize(await steps.WorkOf(step)(input, cancellationToken), step.Output);
    }
}
