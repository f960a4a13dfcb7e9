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
    private readonly LocalSteps _steps;
    private readonly InProcessEngine _engine;

    /// <param name="logger">Told of what was not foreseen; null tells nobody.</param>
    public VideoSummarizer(HostSettings settings, ILogger? logger = null)
    {
        var time = TimeProvider.System;
        _settings = settings;
        _store = new FileArtifactStore(settings.Home);
        _runs = new RunStore(settings.Home, time);
        _steps = new LocalSteps(settings, _store, time);
        _engine = new InProcessEngine(new StepRunner(_steps.Table, time, logger ?? NullLogger.Instance), time);
    }

    /// <summary>Runs a source to its end: writes its reports and says what became of every video in it.</summary>
    /// <param name="source">A URL, a media file or a caption file; see <see cref="Source.Parse"/>.</param>
    /// <param name="progress">Told of every change and, once, of every result as soon as it is there. Called from any thread.</param>
    /// <returns>One result for a single video; one per entry, in order, for a playlist.</returns>
    /// <exception cref="YttlException">The source cannot be understood, a playlist cannot be listed, or the home folder cannot be written.</exception>
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
        var watch = new RunWatch(
            (id, state) => progress?.Report(new RunUpdate(id, source, state, null)),
            async result =>
            {
                await _runs.EndAsync(result, cancellationToken);
                progress?.Report(new RunUpdate(result.RunId, source, null, result));
            });
        await _runs.StartAsync(run, input.Source, cancellationToken);
        try
        {
            return isList
                ? await SummarizeListAsync(run, input, options, watch, cancellationToken)
                : [await _engine.RunAsync(SummarizeVideoWorkflow.Definition, run, input, watch, cancellationToken)];
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
        var result = await _engine.RunAsync(
            ReadTranscriptWorkflow.Definition, new RunId("transcript"), input, watch, cancellationToken);
        if (result is not { Video: { } video, Transcript: { } transcript })
            throw new YttlException(result.Failure!.Category, result.Failure.Code, result.Failure.Message);

        return new VideoTranscript(
            await _store.ReadJsonAsync(video.Info, CoreJson.Default.Video, cancellationToken),
            await _store.ReadJsonAsync(transcript.Content, CoreJson.Default.Transcript, cancellationToken),
            result.Notes);
    }

    public void Dispose() => _steps.Dispose();

    private async Task<IReadOnlyList<VideoResult>> SummarizeListAsync(
        RunId run, VideoInput input, SummarizeOptions options, RunWatch watch, CancellationToken cancellationToken)
    {
        var ended = new ConcurrentDictionary<RunId, VideoResult>();
        var noting = watch with
        {
            EndedAsync = result => ended.TryAdd(result.RunId, result) ? watch.EndedAsync(result) : Task.CompletedTask,
        };
        var list = new PlaylistInput(input.Source, input.Options, options.Sequential ? 1 : VideoWindow);
        var result = await _engine.RunAsync(SummarizePlaylistWorkflow.Definition, run, list, noting, cancellationToken);

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
