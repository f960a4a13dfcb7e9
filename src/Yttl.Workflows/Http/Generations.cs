using System.Globalization;
using Yttl.Core.Reports;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>
/// Runs of the same work: <c>ID</c>, then <c>ID-2</c>, <c>ID-3</c>. Each starts when the one before it left something
/// undone, or was of another version of the app. All finished work is remembered, so a generation does only what is
/// missing. On a host that <see cref="IRunHost.ContinuesInPlace"/> the run itself goes on.
/// </summary>
public static class Generations
{
    /// <summary>In digits. A longer number is part of the id itself.</summary>
    private const int LongestNumber = 4;

    /// <summary>Starts the run, or finds it running or complete.</summary>
    public static Task<Admission> AdmitAsync(IRunHost host, RunStart start, CancellationToken cancellationToken) =>
        AdmitAsync(host, start.Id, id => host.StartAsync(id, start, cancellationToken), cancellationToken);

    /// <summary>Starts a run of any kind, or finds it running or complete.</summary>
    /// <param name="start">Starts the run under an id; false where a run of that id exists.</param>
    /// <param name="asked">
    /// When the work was asked for, where the request may come late or again: a run that was created since is its run,
    /// whatever it left undone. Null where each request is a new one.
    /// </param>
    public static async Task<Admission> AdmitAsync(
        IRunHost host,
        RunId first,
        Func<RunId, Task<bool>> start,
        CancellationToken cancellationToken,
        DateTimeOffset? asked = null)
    {
        var id = first;
        while (true)
        {
            if (await FindAsync(host, id, cancellationToken) is { } run)
            {
                if (!run.IsOver || run.State is RunStatus.Complete || run.Created >= asked)
                    return new Admission(run.Id, run.State);
                if (!host.ContinuesInPlace)
                {
                    id = Next(run.Id);
                    continue;
                }
            }

            if (await start(id))
                return new Admission(id, RunStatus.Queued, IsNew: true);
            var joined = await host.FindAsync(id, cancellationToken);
            return new Admission(id, joined?.State ?? RunStatus.Queued);
        }
    }

    /// <summary>Finds a run, or the generation that continues it where it is of another version of the app.</summary>
    public static async Task<RunSnapshot?> FindAsync(IRunHost host, RunId id, CancellationToken cancellationToken)
    {
        var run = await host.FindAsync(id, cancellationToken);
        while (run is { IsSuperseded: true } && await host.FindAsync(Next(run.Id), cancellationToken) is { } next)
            run = next;
        return run;
    }

    /// <summary>Finds the generations of other versions of the app that the run continues, the first one first.</summary>
    public static async Task<IReadOnlyList<RunId>> FindSupersededAsync(
        IRunHost host, RunId id, CancellationToken cancellationToken)
    {
        var found = new List<RunId>();
        while (Previous(id) is { } previous
            && await host.FindAsync(previous, cancellationToken) is { IsSuperseded: true })
            found.Insert(0, id = previous);
        return found;
    }

    /// <summary>The id of the generation after this one; for a video of a list, that of the same video in it.</summary>
    public static RunId Next(RunId id)
    {
        var (first, generation, below) = Parts(id);
        return new RunId(string.Create(CultureInfo.InvariantCulture, $"{first}-{generation + 1}{below}"));
    }

    private static RunId? Previous(RunId id) => Parts(id) switch
    {
        (_, 1, _) => null,
        (var first, 2, var below) => new RunId(first + below),
        var (first, generation, below) =>
            new RunId(string.Create(CultureInfo.InvariantCulture, $"{first}-{generation - 1}{below}")),
    };

    private static (string First, int Generation, string Below) Parts(RunId id)
    {
        var root = id.Root.Value;
        var below = id.Value[root.Length..];
        var dash = root.LastIndexOf('-');
        return dash > 0 && root.Length - dash - 1 <= LongestNumber
            && int.TryParse(root[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (root[..dash], number, below)
                : (root, 1, below);
    }
}

/// <param name="IsNew">Whether this call has started it.</param>
public sealed record Admission(RunId Id, RunStatus State, bool IsNew = false);
