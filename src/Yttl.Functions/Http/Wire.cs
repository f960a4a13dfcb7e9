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
            var spool = await RenderAsync(await WriterOfAsync(delivery, artifacts, cancellationToken), cancellationToken);
            return Results.Stream(
                spool, delivery.Format.ContentType, delivery.Format == ReportFormat.Html ? null : delivery.FileName);
        }
        catch (YttlException e)
        {
            return From(ApiAnswer.Problem(
                e.Failure.Code is "artifact.missing" ? 404 : 503, "The report cannot be read", e.Failure.Code, e.Failure.Message));
        }
    }

    private static async Task<Func<Stream, CancellationToken, Task>> WriterOfAsync(
        ReportDelivery delivery, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        if (delivery.Index is { } index)
            return (output, token) => RenderIndexStep.WriteAsync(index, output, token);
        var report = await artifacts.ReadJsonAsync(delivery.Report!.Value, ReportsJson.Default.Report, cancellationToken);
        return (output, token) => delivery.Format.WriteAsync(report, folder: null, output, token);
    }

    /// <summary>
    /// Renderers write synchronously, and the response only accepts asynchronous writes. So a report is rendered in
    /// full before it is sent.
    /// </summary>
    private static async Task<Stream> RenderAsync(
        Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var spool = Spool.Open();
        try
        {
            await write(spool, cancellationToken);
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
    public static async Task<string> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
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
