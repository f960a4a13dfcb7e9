using System.Text.Json;
using Polly;
using Yttl.Core.Failures;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Hosting;

/// <summary>
/// Runs every step of every run, alike on all hosts: a step whose work is remembered is not run, one that is finished is
/// remembered, and each is recorded. A host adds how it repeats a step and how what is thrown here crosses to the workflow.
/// </summary>
/// <param name="retry">Repeats within one record; none where the host repeats the whole call.</param>
public sealed class StepExecution(StepTable steps, StepCache memory, ResiliencePipeline? retry = null)
{
    private readonly ResiliencePipeline _retry = retry ?? ResiliencePipeline.Empty;

    /// <summary>Throws what the step threw last.</summary>
    public async Task<TOutput> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, TInput input, IStepRecorder recorder, CancellationToken cancellationToken)
    {
        var tracker = recorder.Begin(step.Name);
        var (json, result) = ("", (string?)null);
        FailureCategory? failed = null;
        try
        {
            json = JsonSerializer.Serialize(input, step.Input);
            var key = step.KeyOf(input);
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

    /// <summary>Inputs and outcomes pass as JSON on every host, so that none carries more than another.</summary>
    private async Task<string> WorkAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, string json, CancellationToken cancellationToken)
    {
        var input = JsonSerializer.Deserialize(json, step.Input)!;
        return JsonSerializer.Serialize(await steps.WorkOf(step)(input, cancellationToken), step.Output);
    }
}
