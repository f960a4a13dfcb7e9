using Microsoft.Extensions.Logging;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Hosting;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine;

/// <summary>
/// Answers questions about a video from its transcript alone, in this process: with a language model an answer whose sentences
/// lead to their seconds, without one the passages that answer best. One instance serves many calls at once.
/// </summary>
/// <param name="logger">Receives unforeseen exceptions; null: they are not logged.</param>
public sealed class QuestionAnswerer(HostSettings settings, ILogger? logger = null) : IAsyncDisposable
{
    private readonly LocalHost _host = new(settings, logger);

    /// <summary>
    /// Answers from the transcript of one video, which is read from captions or by speech recognition where it is not
    /// remembered.
    /// </summary>
    /// <param name="options">Of these the languages, how speech is recognised, and what is taken from earlier work.</param>
    /// <exception cref="YttlException">
    /// There is no transcript, or the question cannot be used (<see cref="QuestionText.Parse"/>). A model that cannot answer
    /// is a failure of the answer, which has the passages then.
    /// </exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async Task<AnswerDocument> AskAsync(
        string source, string question, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var read = new TranscriptInput(
            Source.Parse(source).ToString(),
            options.Language,
            _host.Speech.Options(options.Speech),
            await _host.Speech.ExecutionAsync(options.Sequential, cancellationToken));
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        var input = Input(question, options) with { Read = read };
        var asked = await RunAsync(source, input, options, progress, cancellationToken);
        var video = await _host.Artifacts.ReadJsonAsync(asked.Video!.Info, SourcesJson.Default.Video, cancellationToken);
        return Document(
            new SearchedRun(default, video.Extractor, video.Id, video.Title, VideoLinks.Page(video.Url), Page: null), input, asked);
    }

    /// <summary>Answers from the transcript of a stored run. Where its report was deleted to make room, from its source.</summary>
    /// <exception cref="YttlException">
    /// As for a source; <c>transcript.none</c>: the run has no report, or is one of a list.
    /// </exception>
    /// <inheritdoc cref="AskAsync(string, string, SummarizeOptions, IProgress{RunUpdate}, CancellationToken)"/>
    public async Task<AnswerDocument> AskAsync(
        RunRecord run, string question, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        if (run.Result is not { Report: { } reference })
            throw new YttlException(FailureCategory.Input, "transcript.none", run.Result is { IsList: true }
                ? $"the run {run.Id} is that of a list: ask one of its videos, which 'yttl runs show {run.Id}' names"
                : $"the run {run.Id} has no transcript yet: run it again, or ask its source, {run.Source}");
        if (!File.Exists(_host.Artifacts.PathOf(reference)))
            return await AskAsync(run.Source, question, options, progress, cancellationToken);
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        var report = await _host.Artifacts.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        var input = Input(question, options) with
        {
            Stored = await StoredTranscript.FromAsync(report, _host.Artifacts, cancellationToken),
        };
        return Document(
            SearchedRun.From(run, report.Video), input, await RunAsync(run.Source, input, options, progress, cancellationToken));
    }

    /// <summary>Answers a question, from the input of the workflow.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async Task<AskResult> AskAsync(AskInput input, CancellationToken cancellationToken)
    {
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        return await _host.Engine(Reuse.Everything).RunAsync(
            AskVideoWorkflow.Definition, new RunId("ask"), input, RunWatch.None, cancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private AskInput Input(string question, SummarizeOptions options) => new(
        null, null, QuestionText.Parse(question),
        AskInput.WriterOf(_host.Writer(options), _host.Settings.LanguageModel?.InputTokens));

    private async Task<AskResult> RunAsync(
        string source, AskInput input, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var asked = await _host.Engine(options.Reuse).RunAsync(
            AskVideoWorkflow.Definition, new RunId("ask"), input, RunWatch.ProgressOf(source, progress), cancellationToken);
        return asked.Answer is null ? throw new YttlException(asked.Failure!) : asked;
    }

    private static AnswerDocument Document(SearchedRun run, AskInput input, AskResult asked) => AnswerDocument.From(
        input.Question,
        new AnswerVideoDocument(run.VideoId, run.Title, run.Url?.AbsoluteUri),
        asked.Answer!,
        input.Writer,
        run.LinkAt,
        asked.Notes);
}
