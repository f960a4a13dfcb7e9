using Microsoft.Extensions.Logging;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Hosting;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine;

/// <summary>
/// Predicts what the run of a source will take. It reads captions and audio; it recognises no speech, calls no language
/// model and writes no report.
/// </summary>
/// <param name="logger">Receives unforeseen exceptions; null: they are not logged.</param>
public sealed class SourcePlanner(HostSettings settings, ILogger? logger = null) : IAsyncDisposable
{
    private readonly LocalHost _host = new(settings, logger);

    /// <summary>Plans one video.</summary>
    /// <param name="options">Those of the run; the places that it writes to count for nothing.</param>
    /// <exception cref="YttlException">There is no transcript and no audio; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled.</exception>
    public async Task<VideoPlan> PlanAsync(
        string source, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var input = await InputAsync(source, options, cancellationToken);
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        var result = await RunAsync(PlanVideoWorkflow.Definition, source, input, progress, cancellationToken);
        return result.Failure is { } failure ? throw new YttlException(failure) : await ReadAsync(input, result, cancellationToken);
    }

    /// <summary>Plans the videos of a playlist or folder, without reading their audio.</summary>
    /// <param name="options">Those of the runs.</param>
    /// <exception cref="YttlException">The list cannot be read; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The plan was cancelled.</exception>
    public async Task<ListPlan> PlanListAsync(
        string source, SummarizeOptions options, IProgress<RunUpdate>? progress, CancellationToken cancellationToken)
    {
        var input = await InputAsync(source, options, cancellationToken);
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        var result = await RunAsync(PlanListWorkflow.Definition, source, input, progress, cancellationToken);
        if (result.Failure is { } failure)
            throw new YttlException(failure);
        var entries = new List<PlannedEntry>();
        foreach (var entry in result.Entries)
            entries.Add(new PlannedEntry(
                entry.Source,
                entry.Title,
                entry.Plan.Failure is null ? await ReadAsync(input, entry.Plan, cancellationToken) : null,
                entry.Plan.Failure));
        return new ListPlan(result.Title, entries, result.Notes);
    }

    /// <summary>Plans one video, from the input of its run.</summary>
    /// <exception cref="OperationCanceledException">The plan was cancelled.</exception>
    public async Task<PlanResult> PlanAsync(PlanInput input, CancellationToken cancellationToken)
    {
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        return await RunAsync(PlanVideoWorkflow.Definition, input.Run.Source, input, null, cancellationToken);
    }

    /// <summary>Plans the videos of a list, from the input of their runs.</summary>
    /// <inheritdoc cref="PlanAsync(PlanInput, CancellationToken)"/>
    public async Task<PlanListResult> PlanListAsync(PlanInput input, CancellationToken cancellationToken)
    {
        using var inUse = await _host.HoldContentAsync(cancellationToken);
        return await RunAsync(PlanListWorkflow.Definition, input.Run.Source, input, null, cancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<PlanInput> InputAsync(string source, SummarizeOptions options, CancellationToken cancellationToken) => new(
        await _host.InputAsync(Source.Parse(source), options, cancellationToken),
        new AudioPlanning(
            _host.Speech.AssumedOptions(options.Speech), await _host.Speech.AssumedCapacityAsync(cancellationToken)));

    private Task<TResult> RunAsync<TResult>(
        Workflow<PlanInput, TResult> workflow,
        string source,
        PlanInput input,
        IProgress<RunUpdate>? progress,
        CancellationToken cancellationToken)
    {
        // The plan of chunks is remembered without the number of workers, which it shows.
        return _host.Engine(Reuse.Nothing).RunAsync(
            workflow, new RunId("plan"), input, RunWatch.ProgressOf(source, progress), cancellationToken);
    }

    private async Task<VideoPlan> ReadAsync(PlanInput input, PlanResult result, CancellationToken cancellationToken) => new(
        await _host.Artifacts.ReadJsonAsync(result.Video!.Info, SourcesJson.Default.Video, cancellationToken),
        await PlannedTranscript.ReadAsync(result, _host.Artifacts, cancellationToken),
        result.Prediction!,
        result is { Track: { } track, Plan: { } plan } ? await AudioAsync(track, plan, cancellationToken) : null,
        input.Run.Options.Summary,
        settings.Prices.Currency,
        result.Notes);

    private async Task<AudioPlan> AudioAsync(ArtifactRef trackRef, ArtifactRef planRef, CancellationToken cancellationToken)
    {
        var track = await _host.Artifacts.ReadJsonAsync(trackRef, AudioJson.Default.AudioTrack, cancellationToken);
        var plan = await _host.Artifacts.ReadJsonAsync(planRef, ChunkingJson.Default.ChunkPlan, cancellationToken);
        var sent = plan.Chunks.Aggregate(TimeSpan.Zero, (sum, chunk) => sum + chunk.AudioEnd - chunk.AudioStart);
        return new AudioPlan(
            track,
            plan,
            settings.Recognizer?.Speech.Identity,
            settings.Recognizer?.Speech is { } speech ? settings.Prices.CostOf(speech.Provider, speech.Model, sent) : 0);
    }
}
