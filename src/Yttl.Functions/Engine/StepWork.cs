using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// Runs steps as activities. The orchestration repeats them after an exception, of which it sees only the message.
/// </summary>
internal sealed class StepWork(StepTable steps, IStepMemory memory, RunRecorder recorder, TimeProvider time)
{
    private readonly StepExecution _execution = new(steps, new StepCache(memory, Reuse.Everything, time.GetUtcNow));

    /// <exception cref="StepErrorException">The step threw. The message says whether to repeat it.</exception>
    public async Task<JsonElement> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step, JsonElement input, CancellationToken cancellationToken)
    {
        foreach (var delay in ActivityInput.DelaysOf(input))
            await recorder.AddAsync(delay);
        try
        {
            var outcome = await _execution.RunAsync(step, input.Deserialize(step.Input)!, recorder, cancellationToken);
            return JsonSerializer.SerializeToElement(outcome, step.Output);
        }
        catch (YttlException e)
        {
            throw new StepErrorException(e);
        }
    }
}
