using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>
/// The HTTP contract of every host, without its transport: the answer to each call. The host streams the reports (<see
/// cref="ReportRequestOf"/>).
/// </summary>
public sealed class SummariesApi(IRunHost host, HostDefaults defaults)
{
    /// <summary>In characters. An address is much shorter than this.</summary>
    public const int LongestBody = 16 * 1024;

    private const int MostListed = 1000;

    private const int UsuallyListed = 100;

    /// <summary><c>POST /api/summaries</c></summary>
    public async Task<ApiAnswer> StartAsync(string body, CancellationToken cancellationToken)
    {
        if (Read(body, defaults, out var problem) is not { } start)
            return problem!;
        return Accepted(await Generations.AdmitAsync(host, start, cancellationToken));
    }

    private static ApiAnswer Accepted(Admission admission)
    {
        var status = admission.State is RunStatus.Complete ? 200 : 202;
        var document = new AcceptedDocument(
            admission.Id, admission.State, ApiPaths.Status(admission.Id), ApiPaths.Report(admission.Id));
        return ApiAnswer.Json(status, document, ApiJson.Default.AcceptedDocument, document.StatusUrl);
    }

    /// <summary><c>POST /api/batches</c></summary>
    public async Task<ApiAnswer> StartBatchAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > UrlList.MostCharacters)
            return TooLong(UrlList.MostCharacters);
        var list = UrlList.Parse(text, defaults.Sources);
        var accepted = new List<BatchLineDocument>(list.Accepted.Count);
        foreach (var line in list.Accepted)
        {
            var run = await Generations.AdmitAsync(host, defaults.Plan(line), cancellationToken);
            accepted.Add(new BatchLineDocument(line.Line, line.Source, run.Id, run.State, ApiPaths.Status(run.Id)));
        }

        var rejected = list.Rejected.Select(line => new BatchProblemDocument(line.Line, line.Failure.Code, line.Failure.Message));
        return accepted.Count is 0
            ? ApiAnswer.Refused(list.Rejected is [var first, ..] ? first.Failure : NoSources)
            : ApiAnswer.Json(202, new BatchDocument(accepted, [.. rejected]), ApiJson.Default.BatchDocument);
    }

    /// <summary><c>GET /api/summaries?limit=&amp;before=</c></summary>
    /// <param name="limit">From 1 to 1000; null or empty for 100.</param>
    /// <param name="before">The <c>created</c> of the last run of the page before this one; null or empty for the first.</param>
    public async Task<ApiAnswer> ListAsync(string? limit, string? before, CancellationToken cancellationToken)
    {
        var most = QueryLimit.Read(limit, UsuallyListed, MostListed, out var problem);
        if (problem is not null)
            return problem;
        DateTimeOffset? earlier = null;
        if (!string.IsNullOrEmpty(before))
        {
            if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return ApiAnswer.Malformed($"before '{before}' is not a time, such as a run's \"created\".");
            earlier = time;
        }

        var runs = await host.ListAsync(most, earlier, cancellationToken);
        var ids = runs.Select(run => run.Id).ToHashSet();
        var shown = runs.Where(run => !run.IsSuperseded || !ids.Contains(Generations.Next(run.Id)));
        return ApiAnswer.Json(200, new ListDocument([.. shown.Select(StatusDocument.From)]), ApiJson.Default.ListDocument);
    }

    /// <summary><c>GET /api/summaries/{id}</c></summary>
    public async Task<ApiAnswer> ShowAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(host, id, cancellationToken) is { } run
            ? ApiAnswer.Json(200, StatusDocument.From(await host.WithVideosAsync(run, cancellationToken)), ApiJson.Default.StatusDocument)
            : ApiAnswer.Unknown(id);

    /// <summary><c>GET /api/summaries/{id}/report</c></summary>
    /// <returns>Either the report to stream, or the answer that says why there is none.</returns>
    public async Task<(ReportDelivery? Report, ApiAnswer? Refusal)> ReportRequestOf(
        string id, string? format, CancellationToken cancellationToken)
    {
        if (!ReportFormat.TryParse(string.IsNullOrEmpty(format) ? ReportFormat.Html.Name : format, null, out var wanted))
            return (null, ApiAnswer.Malformed($"format '{format}' is not known: use {string.Join(", ", ReportFormat.All)}."));
        return await FindAsync(host, id, cancellationToken) is { } run
            ? ReportDelivery.Of(await host.WithVideosAsync(run, cancellationToken), wanted)
            : (null, ApiAnswer.Unknown(id));
    }

    /// <summary><c>POST /api/summaries/{id}/resume</c>: does what is missing, with the options of the run.</summary>
    public async Task<ApiAnswer> ResumeAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(host, id, cancellationToken) is not { } run)
            return ApiAnswer.Unknown(id);
        if (!run.IsOver || run.State is RunStatus.Complete)
            return Accepted(new Admission(run.Id, run.State));
        if (await host.FindStartAsync(run.Id, cancellationToken) is not { } start)
            return ApiAnswer.Problem(
                409, "The run cannot be resumed", "run.no-request",
                $"It is not known what the run {id} was asked to do: post its source again.");
        return Accepted(await Generations.AdmitAsync(
            host, run.Id, next => host.StartAsync(next, start, cancellationToken), cancellationToken));
    }

    /// <summary><c>POST /api/summaries/{id}/terminate</c></summary>
    public async Task<ApiAnswer> TerminateAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(host, id, cancellationToken) is not { } run)
            return ApiAnswer.Unknown(id);
        // A stop that was cut short may have left runs below one that is terminated.
        if (!run.IsOver || run.State is RunStatus.Terminated)
            await host.TerminateAsync(run.Id, cancellationToken);
        return new ApiAnswer(202, "", "", ApiPaths.Status(run.Id));
    }

    /// <summary><c>DELETE /api/summaries/{id}</c></summary>
    public async Task<ApiAnswer> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(host, id, cancellationToken) is not { } run)
            return ApiAnswer.Unknown(id);
        if (!run.IsOver)
            return ApiAnswer.Problem(409, "The run is not over", "run.running", $"The run {id} is running: terminate it first.");
        // Otherwise the host would continue the superseded ones again.
        foreach (var generation in (RunId[])[.. await Generations.FindSupersededAsync(host, run.Id, cancellationToken), run.Id])
            if (!await host.DeleteAsync(generation, cancellationToken))
                return ApiAnswer.Problem(
                    409, "The run is not over", "run.running", $"Videos of the run {id} are still being stopped: delete it in a minute.");
        return ApiAnswer.Nothing;
    }

    internal static async Task<RunSnapshot?> FindAsync(IRunHost host, string id, CancellationToken cancellationToken) =>
        ApiPaths.IsId(id) ? await Generations.FindAsync(host, new RunId(id), cancellationToken) : null;

    /// <summary>Reads what to run from the body of a call.</summary>
    /// <param name="problem">Set where this returns null.</param>
    internal static RunStart? Read(string body, HostDefaults defaults, out ApiAnswer? problem)
    {
        if (Read(body, ApiJson.Default.SummaryBody, summary => summary.Source, "source", out problem) is not { } request)
            return null;
        if (!defaults.Sources(request.Source, out var source, out var failure))
            problem = ApiAnswer.Refused(failure);
        else
            problem = defaults.ProblemOf(request.Options);
        return problem is null ? defaults.Plan(source!, request.Options) : null;
    }

    /// <summary>Reads the body of a call.</summary>
    /// <param name="needed">Returns the member that the body must have.</param>
    /// <param name="name">Of this member.</param>
    /// <param name="problem">Set where this returns null.</param>
    internal static TBody? Read<TBody>(
        string body, JsonTypeInfo<TBody> type, Func<TBody, string?> needed, string name, out ApiAnswer? problem)
        where TBody : class
    {
        try
        {
            // Half of a surrogate pair becomes U+FFFD here. In a string, the serialiser would throw an exception other
            // than JsonException.
            var request = body.Length > LongestBody ? null
                : JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(body), type);
            problem = request is not null && needed(request) is not null ? null
                : body.Length > LongestBody ? TooLong(LongestBody)
                : ApiAnswer.Malformed($"The body has no \"{name}\".");
            return problem is null ? request : null;
        }
        catch (JsonException e)
        {
            problem = ApiAnswer.Malformed($"The body is not what it should be, at {e.Path ?? "its start"}.");
            return null;
        }
    }

    private static Failure NoSources { get; } =
        new(FailureCategory.Input, "list.empty", "The list names no source: one address a line.");

    private static ApiAnswer TooLong(int most) => ApiAnswer.Problem(
        413, "The request is too large", "request.too-large", $"The body is longer than {most} characters.");
}
