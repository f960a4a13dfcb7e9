using Yttl.Core.Reports;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>
/// Runs of the same work: <c>ID</c>, then <c>ID-2</c>, <c>ID-3</c>. Each starts when the one before it left something
/// undone. All finished work is remembered, so a generation does only what is missing.
/// </summary>
public static class Generations
{
    /// <summary>Starts the run, or finds it running or complete.</summary>
    public static async Task<Admission> AdmitAsync(
        IRunHost host, RunStart start, CancellationToken cancellationToken)
    {
        var (first, generation) = (start.Id, 1);
        var id = first;
        while (true)
        {
            if (await host.FindAsync(id, cancellationToken) is { } run)
            {
                if (!run.IsOver || run.State is RunStatus.Complete)
                    return new Admission(id, run.State);
                id = new RunId($"{first}-{++generation}");
                continue;
            }

            if (await host.StartAsync(id, start, cancellationToken))
                return new Admission(id, RunStatus.Queued);
            var joined = await host.FindAsync(id, cancellationToken);
            return new Admission(id, joined?.State ?? RunStatus.Queued);
        }
    }
}

public sealed record Admission(RunId Id, RunStatus State);
