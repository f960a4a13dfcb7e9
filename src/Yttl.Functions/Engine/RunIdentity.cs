using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Yttl.Functions.Engine;

/// <summary>The run that an activity works for: its trigger names it, and steps take none of it.</summary>
internal sealed class RunIdentity : IFunctionsWorkerMiddleware
{
    /// <summary>Under which the trigger of activities names the instance of their orchestration.</summary>
    private const string Instance = "instanceId";

    private static readonly AsyncLocal<string?> Ambient = new();

    /// <summary>Null outside of an activity.</summary>
    public static string? Current => Ambient.Value;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Enter(context.BindingContext.BindingData.GetValueOrDefault(Instance)?.ToString());
        await next(context);
    }

    /// <summary>From here to the end of the method that calls this.</summary>
    internal static void Enter(string? run) => Ambient.Value = run;
}
