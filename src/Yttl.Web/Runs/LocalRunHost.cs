using Yttl.Core.Failures;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Web.Json;
using Yttl.Web.Logging;
using Yttl.Web.Settings;
using Yttl.Web.Uploads;
using Yttl.Workflows.Http;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Web.Runs;

/// <summary>The runs of a home for the HTTP contract: those of this server's queue, and the records of all.</summary>
internal sealed class LocalRunHost(
    ServeOptions options, RunQueue queue, RunStore runs, VideoSummarizer summarizer, UploadFolder uploads, Action<RunId> changed)
    : IRunHost
{
    public bool ContinuesInPlace => true;

    public Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult(
        queue.Find(id) ?? ((runs.Find(id) ?? runs.FindEntry(id)) is { } run ? runs.Snapshot(run) : null));

    public Task<RunSnapshot> WithVideosAsync(RunSnapshot run, CancellationToken cancellationToken) => Task.FromResult(
        run is { IsOver: true, Result: VideoResult { IsList: true } list }
            ? run with { Result = runs.ListResult(list, Tell) }
            : run);

    public async Task<RunStart?> FindStartAsync(RunId id, CancellationToken cancellationToken)
    {
        if (runs.Find(id) is not { Request: { } request } run)
            return null;
        // A host for others works on no file and no private address, also where its user did.
        SourceReader read = options.IsLoopback ? Source.TryParse : RemoteSource.TryParse;
        if (!read(run.Source, out var source, out var refusal))
            throw new YttlException(refusal);
        var start = new RunStart(
            await summarizer.InputAsync(source, request.Options, cancellationToken), source.IsList(request.Options.Playlist));
        return start.Id == id ? start : throw new YttlException(
            FailureCategory.Input,
            "run.other-model",
            $"run {id} was written by {request.Provider} {request.Model}".TrimEnd()
            + $", and this server has another model: 'yttl runs resume {id}' resumes it with its own");
    }

    public Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken) => Task.FromResult(
        queue.Add(id, new QueuedRequest(start.Input.Source, OptionsOf(start), options.Time.GetUtcNow()), start.IsList));

    public Task<IReadOnlyList<RunSnapshot>> ListAsync(int most, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var here = queue.All.ToDictionary(run => run.Id);
        var stored = runs.NewestRootsFirst(Tell).Where(run => !here.ContainsKey(run.Id)).Select(runs.Snapshot)
            .Where(run => !(run.Created >= before)).Take(most);
        return Task.FromResult<IReadOnlyList<RunSnapshot>>(
            [.. here.Values.Where(run => !(run.Created >= before)).Concat(stored).OrderByDescending(run => run.Created).Take(most)]);
    }

    /// <exception cref="YttlException"><c>run.locked</c>: another process runs it.</exception>
    public async Task TerminateAsync(RunId id, CancellationToken cancellationToken)
    {
        if (!await queue.StopAsync(id.Root) && runs.IsGoingOn(id.Root))
            throw new YttlException(
                FailureCategory.Processing, "run.locked", $"another process is working on run {id.Root}: stop it there");
    }

    public Task<bool> DeleteAsync(RunId id, CancellationToken cancellationToken)
    {
        queue.Forget(id);
        var source = runs.Find(id)?.Source;
        runs.Delete(id);
        if (source is not null
            && !queue.All.Any(run => run.Source == source)
            && !runs.NewestRootsFirst(Tell).Any(run => run.Source == source))
            uploads.Delete(source);
        changed(id);
        return Task.FromResult(true);
    }

    /// <summary>The options of a call that runs just this.</summary>
    private SummarizeOptions OptionsOf(RunStart start)
    {
        var (chosen, execution) = (start.Input.Options, start.Input.Execution);
        return options.Run with
        {
            Language = chosen.Language,
            OutputLanguage = chosen.Summary.OutputLanguage,
            Length = chosen.Summary.Length,
            Style = chosen.Summary.Style,
            Instructions = chosen.Summary.Instructions,
            Sections = chosen.Sections ?? SectionOptions.Default,
            Title = chosen.Title,
            Playlist = start.IsList,
            SponsorBlock = chosen.SponsorBlock,
            MaxCost = execution.MaxCost,
            Speech = chosen.Speech is not { } speech ? options.Run.Speech : new SpeechRecognitionOptions
            {
                Force = speech.Force,
                Silence = speech.Silence,
                Chunks = speech.Chunks,
            },
        };
    }

    private void Tell(string problem) => Log.RecordUnreadable(options.Logger, problem);
}
