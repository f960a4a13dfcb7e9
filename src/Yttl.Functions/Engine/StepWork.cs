using System.Text.Json;
using Yttl.Core.Failures;
using Yttl.Workflows;

namespace Yttl.Functions.Engine;

/// <summary>Runs one step as an activity: not where its work is remembered, and remembered once it is done.</summary>
internal sealed class StepWork(IStepMemory memory, TimeProvider time)
{
    private readonly StepMemory _memory = new(memory, Reuse.Everything, time.GetUtcNow);

    /// <exception cref="StepFaultException">The step threw; its message says whether to repeat it.</exception>
    public async Task<JsonElement> RunAsync<TInput, TOutput>(
        Step<TInput, TOutput> step,
        JsonElement json,
        Func<TInput, CancellationToken, Task<TOutput>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            var input = json.Deserialize(step.Input)!;
            var key = step.KeyOf(input);
            if (await _memory.FindAsync(step, key, cancellationToken) is { } remembered)
                return Element(remembered);
            var outcome = await work(input, cancellationToken);
            var result = JsonSerializer.Serialize(outcome, step.Output);
            await _memory.KeepAsync(step, key, outcome, result);
            return Element(result);
        }
        catch (YttlException e)
        {
            throw new StepFaultException(e);
        }
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
