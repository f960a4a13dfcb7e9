using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine.Engine;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>Either engine, behind one call, so that a spec holds on both.</summary>
public sealed record EngineUnderTest(string Name, int? ReplaySeed)
{
    public override string ToString() => Name;

    internal Task<TOutput> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow,
        TInput input,
        StepTable steps,
        Action<RunId, RunProgress>? report = null,
        IStepMemory? memory = null,
        SkippingTime? time = null)
    {
        time ??= new SkippingTime();
        var run = new RunId("run");
        if (ReplaySeed is { } seed)
            return new ReplayEngine(steps, seed, memory, time).RunAsync(workflow, run, input);

        var engine = new InProcessEngine(new StepRunner(steps, time, NullLogger.Instance, memory), time);
        var watch = report is null ? RunWatch.None : RunWatch.None with { Report = report };
        return engine.RunAsync(workflow, run, input, watch, CancellationToken.None);
    }
}

/// <summary>The in-process engine, and the replay engine with several completion orders.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryEngineAttribute : Xunit.Sdk.DataAttribute
{
    private const int Orders = 8;

    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod)
    {
        yield return [new EngineUnderTest("in process", null)];
        for (var seed = 1; seed <= Orders; seed++)
            yield return [new EngineUnderTest($"replay, order {seed}", seed)];
    }
}
