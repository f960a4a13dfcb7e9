using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>
/// The HTTP contract of plans, without its transport. No audio is read: where there are no captions, the length of the
/// video counts as speech.
/// </summary>
public sealed class PlanApi(IPlanHost host, HostDefaults defaults, IArtifactStore artifacts)
{
    /// <summary><c>POST /api/plan</c>, with the body of <c>POST /api/summaries</c></summary>
    public async Task<ApiAnswer> PlanAsync(string body, CancellationToken cancellationToken)
    {
        if (SummariesApi.Read(body, defaults, out var problem) is not { } start)
            return problem!;
        var (id, input) = (new RunId($"plan-{start.Id}"), new PlanInput(start.Input, Audio: null));
        try
        {
            return start.IsList
                ? await PlanListAsync(id, input, cancellationToken)
                : await PlanVideoAsync(id, input, cancellationToken);
        }
        catch (YttlException e)
        {
            return ApiAnswer.Problem(503, "The plan broke off", e.Failure.Code, e.Failure.Message);
        }
    }

    private async Task<ApiAnswer> PlanVideoAsync(RunId id, PlanInput input, CancellationToken cancellationToken) =>
        await host.PlanVideoAsync(id, input, cancellationToken) is not { } planned ? ApiAnswer.Pending
        : planned.Failure is { } failure ? Unplanned(failure)
        : ApiAnswer.Json(200, await DocumentAsync(input, planned, cancellationToken), ApiJson.Default.PlanDocument);

    private async Task<ApiAnswer> PlanListAsync(RunId id, PlanInput input, CancellationToken cancellationToken)
    {
        if (await host.PlanListAsync(id, input, cancellationToken) is not { } planned)
            return ApiAnswer.Pending;
        if (planned.Failure is { } failure)
            return Unplanned(failure);
        var videos = new List<PlanEntryDocument>();
        foreach (var entry in planned.Entries)
            videos.Add(new PlanEntryDocument(
                entry.Source,
                entry.Title,
                entry.Plan.Failure is null ? await DocumentAsync(input, entry.Plan, cancellationToken) : null,
                entry.Plan.Failure));
        return ApiAnswer.Json(
            200, new PlanListDocument(planned.Title, videos, planned.Notes), ApiJson.Default.PlanListDocument);
    }

    private async Task<PlanDocument> DocumentAsync(
        PlanInput input, PlanResult planned, CancellationToken cancellationToken) => new(
        planned.Video!.Title,
        PlanTranscriptDocument.From(await PlannedTranscript.ReadAsync(planned, artifacts, cancellationToken)),
        PlanSummariesDocument.From(input.Run.Options.Summary, planned.Prediction!),
        planned.Notes);

    private static ApiAnswer Unplanned(Failure failure) =>
        ApiAnswer.Problem(422, "The source cannot be planned", failure.Code, failure.Message);
}
