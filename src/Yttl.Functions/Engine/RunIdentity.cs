using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Yttl.Core.Providers;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>
/// The id of the run that an activity works for. It comes from the trigger: the input of a step does not hold it.
/// </summary>
internal sealed class RunIdentity : IFunctionsWorkerMiddleware
{
    /// <summary>The name under which the trigger of an activity holds the id of its orchestration instance.</summary>
    private const string Instance = "instanceId";

    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>Null outside an activity.</summary>
    public static string? Current => Ambient.Value;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Enter(context.BindingContext.BindingData.GetValueOrDefault(Instance)?.ToString());
        await next(context);
    }

    /// <summary>Sets the id until the calling method ends.</summary>
    internal static void Enter(string? run)
    {
        Ambient.Value = run;
        CallingRun.Continue(run is null ? null : new RunId(run).Root.Value);
    }
}
