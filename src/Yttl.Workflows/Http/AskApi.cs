using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Http;

/// <summary>The HTTP contract of questions, without its transport. Answered from the transcript of a run's report.</summary>
public sealed class AskApi(IRunHost runs, IAskHost host, HostDefaults defaults, IArtifactStore artifacts)
{
    /// <summary><c>POST /api/summaries/{id}/ask</c></summary>
    public async Task<ApiAnswer> AskAsync(string id, string body, CancellationToken cancellationToken)
    {
        if (SummariesApi.Read(body, ApiJson.Default.AskBody, ask => ask.Question, "question", out var problem) is not { } ask)
            return problem!;
        if (await SummariesApi.FindAsync(runs, id, cancellationToken) is not { } run)
            return ApiAnswer.Unknown(id);
        try
        {
            var question = QuestionText.Parse(ask.Question);
            return run.Result is VideoResult { Report: { } report }
                ? await AnswerAsync(run.Id, question, report, cancellationToken)
                : WithoutTranscript(run);
        }
        catch (YttlException e)
        {
            return e.Failure.Code switch
            {
                "question.empty" or "question.too-long" => ApiAnswer.Refused(e.Failure),
                "artifact.missing" => None(e.Failure.Code, e.Failure.Message),
                _ => ApiAnswer.Problem(503, "The question could not be answered", e.Failure.Code, e.Failure.Message),
            };
        }
    }

    private async Task<ApiAnswer> AnswerAsync(
        RunId run, string question, ArtifactRef reference, CancellationToken cancellationToken)
    {
        var report = await artifacts.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        var input = new AskInput(
            null,
            await StoredTranscript.FromAsync(report, artifacts, cancellationToken),
            question,
            AskInput.WriterOf(defaults.Options.Summary, defaults.Execution.InputTokens))
        {
            OnDemand = defaults.Execution.OnDemand,
        };
        if (await host.AskAsync(RunIds.OfContent("ask", $"{run}\n{question}"), input, cancellationToken) is not { } asked)
            return ApiAnswer.Pending;
        if (asked.Answer is not { } answer)
            throw new YttlException(asked.Failure!);
        var video = report.Video;
        return ApiAnswer.Json(
            200,
            AnswerDocument.From(
                question,
                new AnswerVideoDocument(video.Id, video.Title, VideoLinks.Page(video.Url)?.AbsoluteUri),
                answer,
                input.Writer,
                time => VideoLinks.At(video.Url, video.Extractor, time),
                asked.Notes),
            ApiJson.Default.AnswerDocument);
    }

    private static ApiAnswer WithoutTranscript(RunSnapshot run) =>
        !run.IsOver ? ApiAnswer.Problem(
            409, "There is no transcript yet", "run.running", $"The run {run.Id} is not over: ask {ApiPaths.Status(run.Id)}.")
        : run.Result is PlaylistResult or UrlListResults ? None("transcript.none", "A list has no transcript: ask one of its videos.")
        : None(
            run.Result?.Failure?.Code ?? "transcript.none", run.Result?.Failure?.Message ?? $"The run {run.Id} ended without one.");

    private static ApiAnswer None(string code, string detail) =>
        ApiAnswer.Problem(404, "There is no transcript", code, detail);
}

/// <summary>The body of <c>POST /api/summaries/{id}/ask</c>.</summary>
public sealed record AskBody(string Question);
