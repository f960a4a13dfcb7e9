using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Search;
using Yttl.LocalEngine.Search;
using Yttl.Web.Http;
using Yttl.Web.Json;
using Yttl.Web.Logging;
using Yttl.Web.Settings;
using Yttl.Web.Uploads;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Endpoints;

/// <summary>What this machine has: the search over its runs, its state and settings, its uploads.</summary>
internal sealed class MachineEndpoints(ServeOptions options, HostDefaults defaults, UploadFolder uploads)
{
    private const int UsualHits = 20;
    private const int MostHits = 200;

    private static readonly TimeSpan HealthHolds = TimeSpan.FromMinutes(1);

    private readonly RunSearch _search = new(options.Host.Home);
    private readonly Lock _oneAtATime = new();
    private Task<HealthDocument>? _check;
    private DateTimeOffset _checked;

    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/health", Answers.By((_, stop) => HealthAsync(stop)));
        routes.MapGet("/api/doctor", Answers.By(async (_, stop) => Document(await options.Doctor(stop))));
        routes.MapGet("/api/settings", context => Answers.WriteAsync(context, Document(options.Settings())));
        routes.MapGet("/api/search", Answers.By((context, stop) =>
            SearchAsync(context.Request.Query["q"], context.Request.Query["limit"], stop)));
        if (options.IsLoopback)
            routes.MapPost("/api/uploads", UploadAsync);
    }

    private static ApiAnswer Document(string json) => new(200, "application/json; charset=utf-8", json);

    /// <summary>The call is public, and starts a process for every tool: one at a time, and its result holds for a minute.</summary>
    private async Task<ApiAnswer> HealthAsync(CancellationToken cancellationToken)
    {
        Task<HealthDocument> check;
        lock (_oneAtATime)
        {
            if (_check is { IsFaulted: true } || options.Time.GetUtcNow() - _checked >= HealthHolds)
                _check = null;
            _checked = _check is null ? options.Time.GetUtcNow() : _checked;
            check = _check ??= CheckAsync();
        }

        var health = await check.WaitAsync(cancellationToken);
        return ApiAnswer.Json(health.Works ? 200 : 503, health, ApiJson.Default.HealthDocument);
    }

    private async Task<HealthDocument> CheckAsync() => HealthDocument.From(
        defaults,
        await new ToolProbe(new ProcessRunner(), options.Host.Tools, options.Time).CheckAllAsync(CancellationToken.None),
        storage: Directory.Exists(options.Host.Home));

    private async Task<ApiAnswer> SearchAsync(string? words, string? limit, CancellationToken cancellationToken)
    {
        var most = QueryLimit.Read(limit, UsualHits, MostHits, out var problem);
        if (problem is not null)
            return problem;
        try
        {
            var found = await _search.SearchAsync(
                SearchWords.Parse(words ?? ""), most, note => Log.RecordUnreadable(options.Logger, note), cancellationToken);
            var document = SearchDocument.From(found);
            return ApiAnswer.Json(
                200,
                document with { Hits = [.. document.Hits.Select(hit => hit with { Link = Served(hit) })] },
                SearchJson.Default.SearchDocument);
        }
        catch (YttlException e) when (e.Failure.Category is FailureCategory.Input)
        {
            return ApiAnswer.Refused(e.Failure);
        }
    }

    /// <summary>A page of this server cannot open the report's file: the report is served, with the same place in it.</summary>
    private static string? Served(SearchHitDocument hit) =>
        hit.Link is { } link && new Uri(link) is { IsFile: true } file
            ? ApiPaths.Report(new RunId(hit.Run)) + file.Fragment
            : hit.Link;

    private async Task UploadAsync(HttpContext context)
    {
        var path = await uploads.ReceiveAsync(
            context.Request.Query["name"], context.Request.ContentLength, context.Request.Body, context.RequestAborted);
        await Answers.WriteAsync(context, ApiAnswer.Json(
            201, new UploadDocument(path, new FileInfo(path).Length), WebJson.Default.UploadDocument));
    }
}
