using Microsoft.AspNetCore.Http;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports.Writing;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>Turns the answers of the contract into those of ASP.NET Core.</summary>
internal static class Wire
{
    public static IResult From(ApiAnswer answer) => new Answer(answer);

    /// <summary>
    /// Renders a report. An HTML page itself says what it may do in a browser, as its text is untrusted.
    /// </summary>
    public static async Task<IResult> OfAsync(
        ReportDelivery delivery, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        try
        {
            return Results.Stream(
                await delivery.RenderAsync(artifacts, cancellationToken),
                delivery.Format.ContentType,
                delivery.Format == ReportFormat.Html ? null : delivery.FileName);
        }
        catch (YttlException e)
        {
            return From(ReportDelivery.Unreadable(e.Failure));
        }
    }

    private sealed class Answer(ApiAnswer answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = answer.Status;
            response.Headers.XContentTypeOptions = "nosniff";
            if (answer.Location is not null)
                response.Headers.Location = answer.Location;
            if (answer.Body.Length is 0)
                return;
            response.ContentType = answer.ContentType;
            await response.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }
}
