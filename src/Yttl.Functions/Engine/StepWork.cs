using System.Text.Json;
using Microsoft.DurableTask.Client;
using Polly;
using Polly.Timeout;
using Yttl.Core.Failures;
using Yttl.Functions.Settings;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// Runs steps as activities. The orchestration repeats them after an exception, of which it sees only the message. A
/// step that takes longer than its limit is stopped before the host stops the whole process.
/// </summary>
internal sealed class StepWork(
    StepTable steps,
    IStepMemory memory,
    RunRecorder recorder,
    StepCancellation cancellation,
    StepTimeLimit limit,
    TimeProvider time)
{
    private readonly StepExecution _execution = new(
        steps, new StepCache(memory, Reuse.Everything, time.GetUtcNow), Limited(limit, time));

    /// <exception cref="StepErrorException">The step threw. The message says whether to repeat it.</exception>
    public async Task<JsonElement> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, JsonElement input, DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var delay in ActivityInput.DelaysOf(input))
            await recorder.AddAsync(delay);
        try
        {
            var outcome = await cancellation.RunAsync(
                client, token => _execution.RunAsync(step, input.Deserialize(step.Input)!, recorder, token), cancellationToken);
            return JsonSerializer.SerializeToElement(outcome, step.Output);
        }
        catch (TimeoutRejectedException late)
        {
            var (category, code, message) = limit.Exceeded(step.Name);
            throw new StepErrorException(new YttlException(category, code, message, transient: false, late));
        }
        catch (YttlException e)
        {
            throw new StepErrorException(e);
        }
    }

    private static ResiliencePipeline Limited(StepTimeLimit limit, TimeProvider time) => limit.Value is { } most
        ? new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(most).Build()
        : ResiliencePipeline.Empty;
}
