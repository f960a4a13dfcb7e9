using System.Text.Json;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Engine;

/// <summary>What does the work behind each step's name. Inputs and results pass as JSON, as they do on every engine.</summary>
internal sealed class StepTable
{
    private readonly Dictionary<string, Func<string, StepCall, CancellationToken, Task<string>>> _handlers = [];

    public StepTable Bind<TInput, TOutput>(
        Step<TInput, TOutput> step, Func<TInput, StepCall, CancellationToken, Task<TOutput>> handler)
    {
        _handlers.Add(step.Name, async (json, call, cancellationToken) =>
        {
            var input = JsonSerializer.Deserialize(json, step.Input)
                ?? throw new JsonException($"The input of step '{step.Name}' is null.");
            return JsonSerializer.Serialize(await handler(input, call, cancellationToken), step.Output);
        });
        return this;
    }

    public StepTable Bind<TInput, TOutput>(
        Step<TInput, TOutput> step, Func<TInput, CancellationToken, Task<TOutput>> handler) =>
        Bind(step, (input, _, cancellationToken) => handler(input, cancellationToken));

    public Task<string> RunAsync(string step, string input, StepCall call, CancellationToken cancellationToken) =>
        _handlers.TryGetValue(step, out var handler)
            ? handler(input, call, cancellationToken)
            : throw new InvalidOperationException($"No handler is bound to step '{step}'.");
}

/// <summary>The run that a step is called for.</summary>
internal sealed record StepCall(RunId Run, RunTracker Tracker);
