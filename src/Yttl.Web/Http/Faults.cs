using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Web.Logging;
using Yttl.Workflows.Http;

namespace Yttl.Web.Http;

/// <summary>Answers a call that ends in an exception. What was not foreseen goes to the log, not to the caller.</summary>
internal sealed class Faults(ILogger logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Answers.WriteAsync(
                context, ApiAnswer.Problem(e.StatusCode, "The request cannot be used", "request.malformed", e.Message));
        }
        catch (YttlException e) when (!context.Response.HasStarted)
        {
            await Answers.WriteAsync(context, ApiAnswer.Problem(
                StatusOf(e.Failure),
                "The request could not be answered",
                e.Failure.Code,
                e.Failure.Message));
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.CallFailed(logger, context.Request.Path.Value ?? "", e);
            await Answers.WriteAsync(context, ApiAnswer.Problem(
                500, "The request could not be answered", "unexpected", "Something failed here: try again; 'yttl serve -v' shows what."));
        }
    }

    private static int StatusOf(Failure failure) => failure switch
    {
        { Code: "run.locked" } => 409,
        { Code: "upload.too-large" } => 413,
        { Category: FailureCategory.Input } => 400,
        _ => 503,
    };
}
