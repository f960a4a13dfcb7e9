using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <summary>
/// Summarises videos in this process: the entry point for programs. One instance serves many calls at once, and all of
/// them share one limit of concurrent model calls.
/// </summary>
public sealed class VideoSummarizer : IDisposable
{
    /// <summary>Videos of one playlist in flight at once; model calls have a limit of their own.</summary>
    private const int VideoWindow = 4;

    private readonly HostSettings _settings;
    private readonly FileArtifactStore _store;
    private readonly RunStore _runs;
    private readonly RunLock _locks;
    private readonly StoredContent _content;
    private readonly LocalSteps _steps;
    private readonly Func<Reuse, InProcessEngine> _engine;

    /// <param name="logger">Told of what was not foreseen; null tells nobody.</param>
    public VideoSummarizer(HostSettings settings, ILogger? logger = null)
    {
        var time = TimeProvider.System;
        _settings = settings;
        _store = new FileArtifactStore(settings.Home);
        _runs = new RunStore(settings.Home, time);
        _locks = new RunLock(_runs);
        logger ??= NullLogger.Instance;
        _content = new StoredContent(settings.Home, (long)settings.StoreLimitMegabytes << 20, logger);
        _steps = new LocalSteps(settings, _store, time);
        var memory = new FileStepMemory(settings.Home, _store, logger);
        _engine = reuse => new InProcessEngine(new StepRunner(_steps.Table, time, logger, memory, reuse), time);
    }

    /// <summary>
    /// Runs a source to its end: writes its reports and says what became of every video in it. Work that any run before
    /// has finished is not done again.
    /// </summary>
    /// <param name="source">A URL, a media file or a caption file; see <see cref="Source.Parse"/>.</param>
    /// <param name="progress">Told of every change and, once, of every result as soon as it is there. Called from any thread.</param>
    /// <returns>One result for a single video; one per entry, in order, for a playlist.</returns>
    /// <exception cref="YttlException">The source cannot be understood, a playlist cannot be listed, the home folder cannot be written, or another process is at this run (<c>run.locked</c>).</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<IReadOnlyList<VideoResult>> SummarizeAsync(
        string source,
        SummarizeOptions options,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken)
    {
        var parsed = Source.Parse(source);
        var input = new VideoInput(parsed.ToString(), RunOptionsOf(options));
        var isList = parsed.IsList(options.Playlist);
        var run = RunIds.Of(input, isList);
        using var inUse = await HoldContentAsync(cancellationToken);
        using var alone = await _locks.TakeAsync(run, cancellationToken);
        var watch = new RunWatch(
            (id, state) => progress?.Report(new RunUpdate(id, source, state, null)),
            async result =>
            {
                await _runs.EndAsync(result, cancellationToken);
                progress?.Report(new RunUpdate(result.RunId, source, null, result));
            });
        await _runs.StartAsync(run, input.Source, RequestOf(options), cancellationToken);
        try
        {
            return isList
                ? await SummarizeListAsync(run, input, options, watch, cancellationToken)
                : [await _engine(options.Reuse).RunAsync(SummarizeVideoWorkflow.Definition, run, input, watch, cancellationToken)];
        }
        catch (OperationCanceledException)
        {
            await _runs.TerminateAsync(run, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            var failure = (e as YttlException)?.Failure
                ?? new Failure(FailureCategory.Processing, "run.failed", $"The run broke off: {e.Message}");
            await _runs.EndAsync(VideoResult.Failed(run, input.Source, failure), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Reads the transcript of one video and summarises nothing.</summary>
    /// <param name="language">Wanted language of the captions; null follows the original.</param>
    /// <exception cref="YttlException">There is no transcript to be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<VideoTranscript> ReadTranscriptAsync(
        string source, LanguageTag? language, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var input = new TranscriptInput(Source.Parse(source).ToString(), language, Speech: null);
        var watch = RunWatch.Nobody with
        {
            Report = (id, state) => progress?.Report(new RunUpdate(id, source, state, null)),
        };
        using var inUse = await HoldContentAsync(cancellationToken);
        var result = await _engine(Reuse.LookAgain).RunAsync(
            ReadTranscriptWorkflow.Definition, new RunId("transcript"), input, watch, cancellationToken);
        if (result is not { Video: { } video, Transcript: { } transcript })
            throw new YttlException(result.Failure!.Category, result.Failure.Code, result.Failure.Message);

        return new VideoTranscript(
            await _store.ReadJsonAsync(video.Info, CoreJson.Default.Video, cancellationToken),
            await _store.ReadJsonAsync(transcript.Content, CoreJson.Default.Transcript, cancellationToken),
            result.Notes);
    }

    /// <summary>Also makes room in the home folder, unless another process uses it.</summary>
    public void Dispose()
    {
        _steps.Dispose();
        _content.Tidy();
    }

    private async Task<IDisposable> HoldContentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _content.HoldAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "run.write",
                $"The folder of runs cannot be used: {problem.Message.TrimEnd('.')}. Point YTTL_HOME at another folder.",
                inner: problem);
        }
    }

    private async Task<IReadOnlyList<VideoResult>> SummarizeListAsync(
        RunId run, VideoInput input, SummarizeOptions options, RunWatch watch, CancellationToken cancellationToken)
    {
        var ended = new ConcurrentDictionary<RunId, VideoResult>();
        var noting = watch with
        {
            EndedAsync = result => ended.TryAdd(result.RunId, result) ? watch.EndedAsync(result) : Task.CompletedTask,
        };
        var list = new PlaylistInput(input.Source, input.Options, options.Sequential ? 1 : VideoWindow);
        var result = await _engine(options.Reuse).RunAsync(SummarizePlaylistWorkflow.Definition, run, list, noting, cancellationToken);

        if (result.Failure is { } failure)
        {
            var failed = VideoResult.Failed(run, input.Source, failure);
            await watch.EndedAsync(failed);
            return [failed];
        }

        // An entry that the list itself calls deleted or private has had no run of its own to end.
        foreach (var video in result.Videos)
            await noting.EndedAsync(video);
        await _runs.EndAsync(Whole(run, input.Source, result), cancellationToken);
        return result.Videos;
    }

    private static VideoResult Whole(RunId run, string source, PlaylistResult list) => new(
        run,
        source,
        list.Videos.All(video => video.Status is RunStatus.Complete) ? RunStatus.Complete
            : list.Videos.All(video => video.Status is RunStatus.Failed) ? RunStatus.Failed
            : RunStatus.Partial,
        Id: null,
        list.Title,
        Report: null,
        Files: [],
        list.Videos.Sum(video => video.Gaps),
        Notes: [],
        Failure: null);

    private RunRequest RequestOf(SummarizeOptions options)
    {
        var model = _settings.LanguageModel;
        return new RunRequest(
            options with { OutputFolder = Path.GetFullPath(options.OutputFolder), Reuse = Reuse.Everything },
            model?.Provider ?? LanguageModelProviders.Extractive,
            model?.Model ?? "")
        {
            Address = model?.Provider is LanguageModelProviders.Local ? model.BaseUrl : null,
        };
    }

    private RunOptions RunOptionsOf(SummarizeOptions options)
    {
        var model = _settings.LanguageModel;
        var window = model?.MaxConcurrent ?? Environment.ProcessorCount;
        return new RunOptions(
            options.Language,
            Speech: null,
            options.SponsorBlock,
            new SummaryOptions(
                model?.Provider ?? LanguageModelProviders.Extractive, model?.Model ?? "",
                options.OutputLanguage, options.Length, options.Style, options.Instructions),
            options.Sequential ? 1 : window,
            options.Formats,
            Path.GetFullPath(options.OutputFolder));
    }
}
