using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker.Grpc;
using Newtonsoft.Json.Linq;
using Yttl.Functions.Engine;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>
/// Does what the .NET worker does for the extension: replays an orchestration over the history that it is sent and
/// returns the actions that follow, and runs activities. Both are the functions of the app, found by their
/// <c>[Function]</c>.
/// </summary>
public sealed class LanguageWorker
{
    /// <summary>Beside the outcome of a step: how far the clock of its run moved meanwhile.</summary>
    private const string Moved = "$moved";

    private static readonly Dictionary<string, Func<TaskOrchestrationContext, Task<JsonElement>>> Orchestrators =
        new(FunctionsOf(typeof(Orchestrations)).Select(function => KeyValuePair.Create(
            function.Name, function.Method.CreateDelegate<Func<TaskOrchestrationContext, Task<JsonElement>>>())))
        {
            [ReadTranscriptWorkflow.Definition.Name] = durable => RunAsync(ReadTranscriptWorkflow.Definition, durable),
        };

    private static readonly Dictionary<string, MethodInfo> Steps =
        FunctionsOf(typeof(Activities)).ToDictionary(function => function.Name, function => function.Method);

    private readonly ConcurrentDictionary<string, HostedRun> _runs = new();

    internal static Type Functions { get; } = FunctionClass.Make(Orchestrators.Keys, Steps.Keys);

    /// <summary>The client of the host. Activities may be delivered before it is there, and wait for it.</summary>
    internal TaskCompletionSource<DurableTaskClient> Client { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="root">The id of the run that a spec starts. Those that it starts have <c>root:INDEX</c>.</param>
    internal void Add(string root, HostedRun run) => _runs[root] = run;

    /// <param name="context">The history, as the extension encodes it.</param>
    /// <returns>What the orchestration asks for, encoded.</returns>
    public string Orchestrate(string name, string context) =>
        GrpcOrchestrationRunner.LoadAndRun<JsonElement, JsonElement>(context, async (durable, _) =>
        {
            var run = RunOf(durable.InstanceId);
            try
            {
                return await Orchestrators[name](run.IsInstant ? new InstantContext(durable) : durable);
            }
            finally
            {
                if (durable.InstanceId == run.Root)
                    run.Ended.TrySetResult();
            }
        });

    public async Task<JToken> ActAsync(string name, string input, string instanceId)
    {
        var run = RunOf(instanceId);
        var function = Steps[name];
        var client = await Client.Task;
        var json = JsonSerializer.Deserialize<JsonElement>(input);
        object[] arguments = [.. function.GetParameters().Select(parameter => Bound(parameter.ParameterType))];
        RunIdentity.Enter(instanceId);
        var began = run.Time.GetUtcNow();
        var outcome = await (Task<JsonElement>)function.Invoke(run.Activities, arguments)!;
        var moved = run.Time.GetUtcNow() - began;
        if (!run.IsInstant || moved == TimeSpan.Zero)
            return new JRaw(outcome.GetRawText());
        var with = JsonObject.Create(outcome)!;
        with[Moved] = moved.Ticks;
        return new JRaw(with.ToJsonString());

        object Bound(Type type) =>
            type == typeof(JsonElement) ? json : type == typeof(CancellationToken) ? CancellationToken.None : client;
    }

    internal static TimeSpan MovedBy(JsonElement outcome) =>
        outcome.TryGetProperty(Moved, out var ticks) ? new TimeSpan(ticks.GetInt64()) : TimeSpan.Zero;

    private HostedRun RunOf(string instance) => _runs[instance.Split(':')[0]];

    private static IEnumerable<(string Name, MethodInfo Method)> FunctionsOf(Type type) =>
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);

    /// <summary>For a workflow that is a part of others in the app, and that specs run by itself.</summary>
    private static async Task<JsonElement> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, TaskOrchestrationContext durable)
    {
        var input = durable.GetInput<JsonElement>().Deserialize(workflow.Input)!;
        var output = await workflow.RunAsync(new DurableWorkflowContext(durable, source: ""), input);
        return JsonSerializer.SerializeToElement(output, workflow.Output);
    }
}
