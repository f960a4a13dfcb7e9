using Yttl.Cli.Json;
using Yttl.Cli.Terminal;
using Yttl.Core.Measuring;
using Yttl.Core.Performance;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>
/// Where the time of stored runs went, from their journals. It includes runs that ended without a report. Where a later
/// attempt ended without one, the figures stay those of the result.
/// </summary>
internal sealed class StoredPerformance(FileRunJournal journal, PriceTable prices, CliContext surroundings)
{
    /// <summary>Writes to stdout; writes nothing where the run has no journal.</summary>
    public async Task WriteAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var id = new RunId(run.Id);
        var sessions = run.Attempt is null
            ? await journal.ReadAsync(id, cancellationToken)
            : await journal.ReadKeptAsync(id, cancellationToken);
        if (sessions is [] || sessions[^1].Steps is not { } steps || !steps.Any(IsWork))
            return;
        var segments = steps.Count(step => step.Name == Steps.SummarizeSegment.Name && step.Failure is null);
        var tokens = steps.SelectMany(step => step.Calls).Aggregate(default(TokenUsage), (sum, call) => sum + call.Tokens);
        var measured = PerformanceMeasure.From(sessions, prices, segments, tokens);
        var title = run.Result?.Title ?? run.Source;
        if (surroundings.OutputIsScreen)
            PerformanceText.Write(Consoles.OfOutput(surroundings), title, measured);
        else
            await surroundings.Output.WriteAsync(PerformanceText.Plain(title, measured));
    }

    /// <summary>A run that got no further than its source has no performance to speak of.</summary>
    private static bool IsWork(StepRecord step) =>
        step.Failure is null && step.Name != Steps.Resolve.Name && step.Name != Steps.List.Name;
}
