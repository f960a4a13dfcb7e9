using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Hosting;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine;

/// <summary>
/// Summarises videos in this process: the entry point for programs. One instance serves many calls at once, and all of
/// them share one limit of concurrent model calls.
/// </summary>
public sealed class VideoSummarizer : IAsyncDisposable
{
    /// <summary>Failures of a source that there is not, or that nothing on this machine can read.</summary>
    private static readonly string[] NeverBegun =
        ["file.missing", "source.unsupported", "site.unknown-host", "tool.missing"];

    private readonly LocalHost _host;
    private readonly RunLock _locks;

    /// <param name="logger">Receives unforeseen exceptions; null: they are not logged.</param>
    public VideoSummarizer(HostSettings settings, ILogger? logger = null)
    {
        _host = new LocalHost(settings, logger);
        _locks = new RunLock(_host.Runs);
    }

    /// <summary>
    /// Runs a source to its end: writes its reports and returns the result of every video in it. Work that an earlier
    /// run has finished is not done again.
    /// </summary>
    /// <param name="source">A URL, a media file, a caption file or a folder of them; see <see cref="Source.Parse"/>.</param>
    /// <param name="progress">
    /// Receives every change and, once, every result as soon as it is there; the result of a list follows at its end.
    /// Called from any thread.
    /// </param>
    /// <returns>
    /// One result for a single video; for a playlist one per entry, in its order, and one more that says how many are left
    /// out (<c>list.left-out</c>) where the playlist is longer than <see cref="HostSettings.MaxListEntries"/>.
    /// </returns>
    /// <exception cref="YttlException">
    /// The source cannot be understood, a playlist cannot be listed, the home folder cannot be written, or another
    /// process works on this run (<c>run.locked</c>).
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<IReadOnlyList<VideoResult>> SummarizeAsync(
        string source,
        SummarizeOptions options,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken)
    {
        var parsed = Source.Parse(source);
        var input = await _host.InputAsync(parsed, options, cancellationToken);
        var isList = parsed.IsList(options.Playlist);
        var run = RunIds.From(input, isList);
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        using var alone = await _locks.TakeAsync(run, cancellationToken);
        // Also where this run will have no report.
        new OutputFolder(options.OutputFolder).Sweep();
        var request = RequestOf(options);
        var isNew = !_host.Runs.Exists(run);
        var noted = new ConcurrentDictionary<RunId, VideoResult>();
        var watch = new RunWatch(
            (id, state) => progress?.Report(new RunUpdate(id, source, state, null)),
            async result =>
            {
                if (await ReplacedReport.FindNoteAsync(_host.Runs, _host.Artifacts, result, request, cancellationToken) is { } note)
                    noted[result.RunId] = result = result with { Notes = [.. result.Notes, note] };
                await EndAsync(result, isNew, cancellationToken);
                progress?.Report(new RunUpdate(result.RunId, source, null, result));
            });
        await _host.Runs.StartAsync(run, input.Source, request, cancellationToken);
        try
        {
            IReadOnlyList<VideoResult> results = isList
                ? await SummarizeListAsync(run, input, options.Reuse, watch, progress, cancellationToken)
                : [await _host.Engine(options.Reuse).RunAsync(SummarizeVideoWorkflow.Definition, run, input, watch, cancellationToken)];
            return [.. results.Select(result => noted.GetValueOrDefault(result.RunId, result))];
        }
        catch (OperationCanceledException)
        {
            await _host.Runs.TerminateAsync(run, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            var failure = (e as YttlException)?.Failure
                ?? new Failure(FailureCategory.Processing, "run.failed", $"the run broke off: {FileReason.FormatWithPath(e)}");
            await EndAsync(VideoResult.Failed(run, input.Source, failure), isNew, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Records the result of a run, but not that of a mistyped source: such a run did nothing that may be shown or resumed.
    /// </summary>
    private async Task EndAsync(VideoResult result, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew && result is { RunId.IsRoot: true, Id: null, Failure.Code: { } code } && NeverBegun.Contains(code))
            _host.Runs.Forget(result.RunId);
        else
            await _host.Runs.EndAsync(result, cancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<IReadOnlyList<VideoResult>> SummarizeListAsync(
        RunId run, RunInput input, Reuse reuse, RunWatch watch, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var ended = new ConcurrentDictionary<RunId, VideoResult>();
        var noting = watch with
        {
            EndedAsync = result => ended.TryAdd(result.RunId, result) ? watch.EndedAsync(result) : Task.CompletedTask,
        };
        var result = await _host.Engine(reuse).RunAsync(SummarizePlaylistWorkflow.Definition, run, input, noting, cancellationToken);

        if (result.Failure is { } failure)
        {
            var failed = VideoResult.Failed(run, input.Source, failure);
            await watch.EndedAsync(failed);
            return [failed];
        }

        // An entry that the list itself marks deleted or private had no run of its own to end.
        VideoResult[] entries = [.. result.Videos.Where(video => !ended.ContainsKey(video.RunId))];
        foreach (var entry in entries.Where(entry => _host.Runs.Exists(entry.RunId)))
            await noting.EndedAsync(entry);
        entries = [.. entries.Where(entry => !ended.ContainsKey(entry.RunId))];
        await _host.Runs.WriteEntriesAsync(run, entries, cancellationToken);
        foreach (var entry in entries)
            progress?.Report(new RunUpdate(entry.RunId, input.Source, null, entry));
        var whole = Whole(run, input.Source, result);
        await (result.Index is null ? _host.Runs.EndAsync(whole, cancellationToken) : watch.EndedAsync(whole));
        if (result.LeftOut is 0)
            return result.Videos;
        var leftOut = VideoResult.Failed(
            run, input.Source, new Failure(FailureCategory.Input, "list.left-out", string.Join(' ', result.Notes)));
        progress?.Report(new RunUpdate(run, input.Source, null, leftOut));
        return [.. result.Videos, leftOut];
    }

    private static VideoResult Whole(RunId run, string source, PlaylistResult list) => new(
        run,
        source,
        list.Status,
        Id: null,
        list.Title,
        Report: null,
        list.Index is { } index ? [index] : [],
        list.Gaps,
        list.Notes,
        Failure: null);

    /// <summary>
    /// What <see cref="SummarizeAsync"/> runs for a source and its options: the id of its run follows from it (<see
    /// cref="RunIds"/>).
    /// </summary>
    public Task<RunInput> InputAsync(Source source, SummarizeOptions options, CancellationToken cancellationToken) =>
        _host.InputAsync(source, options, cancellationToken);

    /// <summary>What is stored of a call with these options, so that it can be repeated.</summary>
    public RunRequest RequestOf(SummarizeOptions options)
    {
        var model = _host.Settings.LanguageModel;
        return new RunRequest(
            options with { OutputFolder = Path.GetFullPath(options.OutputFolder), Reuse = Reuse.Everything },
            model?.Provider ?? ProviderTable.Extractive,
            model?.Model ?? "")
        {
            Address = model?.Provider is ProviderTable.Local ? model.BaseUrl : null,
            Speech = _host.Settings.Recognizer?.Speech.Identity,
        };
    }
}
