using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>
/// Answers a call that ends in an exception. Without this, the worker's own web server answers 200 with an empty body.
/// The exception goes to the log, not to the caller.
/// </summary>
internal sealed class HttpFaults : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.GetHttpContext() is { Response.HasStarted: false })
        {
            await Wire.From(Fault).ExecuteAsync(context.GetHttpContext()!);
            throw;
        }
    }

    private static ApiAnswer Fault { get; } = ApiAnswer.Problem(
        500, "The request could not be answered", "unexpected", "Something failed here: try again, and then look at the app's log.");
}
