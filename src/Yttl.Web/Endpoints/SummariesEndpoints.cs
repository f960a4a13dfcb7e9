using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Reports.Writing;
using Yttl.Web.Door;
using Yttl.Web.Http;
using Yttl.Workflows.Http;
using Yttl.Workflows.UrlLists;

namespace Yttl.Web.Endpoints;

/// <summary>Serves the runs of the HTTP contract (<see cref="SummariesApi"/>).</summary>
internal sealed class SummariesEndpoints(SummariesApi api, PlanApi plans, AskApi questions, IArtifactStore artifacts)
{
    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/summaries", Answers.By(async (context, stop) =>
            await api.StartAsync(await BodyAsync(context, SummariesApi.LongestBody), stop)));
        routes.MapPost("/api/batches", Answers.By(async (context, stop) =>
            await api.StartBatchAsync(await BodyAsync(context, UrlList.MostCharacters), stop)));
        routes.MapPost("/api/plan", Answers.By(async (context, stop) =>
            await plans.PlanAsync(await BodyAsync(context, SummariesApi.LongestBody), stop)));
        routes.MapGet("/api/summaries", Answers.By((context, stop) =>
            api.ListAsync(context.Request.Query["limit"], context.Request.Query["before"], stop)));
        routes.MapGet("/api/summaries/{id}", Answers.By((context, stop) => api.ShowAsync(Id(context), stop)));
        routes.MapDelete("/api/summaries/{id}", Answers.By((context, stop) => api.DeleteAsync(Id(context), stop)));
        routes.MapPost("/api/summaries/{id}/terminate", Answers.By((context, stop) => api.TerminateAsync(Id(context), stop)));
        routes.MapPost("/api/summaries/{id}/resume", Answers.By((context, stop) => api.ResumeAsync(Id(context), stop)));
        routes.MapPost("/api/summaries/{id}/ask", Answers.By(async (context, stop) =>
            await questions.AskAsync(Id(context), await BodyAsync(context, SummariesApi.LongestBody), stop)));
        routes.MapGet("/api/summaries/{id}/report", ReportAsync);
    }

    private async Task ReportAsync(HttpContext context)
    {
        var (report, refusal) = await api.ReportRequestOf(Id(context), context.Request.Query["format"], context.RequestAborted);
        if (report is null)
        {
            await Answers.WriteAsync(context, refusal!);
            return;
        }

        Stream rendered;
        try
        {
            rendered = await report.RenderAsync(artifacts, context.RequestAborted);
        }
        catch (YttlException e)
        {
            await Answers.WriteAsync(context, ReportDelivery.Unreadable(e.Failure));
            return;
        }

        await using (rendered)
        {
            context.Response.ContentType = report.Format.ContentType;
            context.Response.ContentLength = rendered.Length;
            if (report.Format == ReportFormat.Html)
                SecurityHeaders.ChangeForReport(context.Response);
            else
                context.Response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(report.FileName)}";
            await rendered.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private static Task<string> BodyAsync(HttpContext context, int most) =>
        RequestBody.ReadAsync(context.Request.Body, most, context.RequestAborted);

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;
}
