using System.Text;
using Microsoft.AspNetCore.Http;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Functions.Storage;
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
            var report = await artifacts.ReadJsonAsync(delivery.Report, ReportsJson.Default.Report, cancellationToken);
            var spool = await RenderAsync(report, delivery.Format, cancellationToken);
            return Results.Stream(
                spool, delivery.Format.ContentType, delivery.Format == ReportFormat.Html ? null : delivery.FileName);
        }
        catch (YttlException e)
        {
            return From(ApiAnswer.Problem(
                e.Failure.Code is "artifact.missing" ? 404 : 503, "The report cannot be read", e.Failure.Code, e.Failure.Message));
        }
    }

    /// <summary>
    /// Renderers write synchronously, and the response only accepts asynchronous writes. So a report is rendered in
    /// full before it is sent.
    /// </summary>
    private static async Task<Stream> RenderAsync(Report report, ReportFormat format, CancellationToken cancellationToken)
    {
        var spool = Spool.Open();
        try
        {
            await format.WriteAsync(report, folder: null, spool, cancellationToken);
            spool.Position = 0;
            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads at most one character more than is allowed. The contract refuses the longer text.</summary>
    public static async Task<string> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var buffer = new char[most + 1];
        var read = await reader.ReadBlockAsync(buffer, cancellationToken);
        return new string(buffer, 0, read);
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
