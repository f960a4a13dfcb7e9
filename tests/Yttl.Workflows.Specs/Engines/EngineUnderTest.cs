using Microsoft.Extensions.Logging.Abstractions;
using Yttl.LocalEngine.Engine;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>An engine behind one call, so that a spec holds on all of them.</summary>
public record EngineUnderTest(string Name, int? ReplaySeed)
{
    public sealed override string ToString() => Name;

    internal virtual Task<TOutput> RunAsync<TInput, TOutput>(
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
