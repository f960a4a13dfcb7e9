using Yttl.Cli.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>The runs of a home folder as people see them: a playlist is one run.</summary>
internal sealed class StoredRuns(RunStore store)
{
    /// <param name="leftOut">Called with each record that could not be read.</param>
    public async Task<IReadOnlyList<RunDocument>> ListAsync(
        Action<string> leftOut, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(leftOut, cancellationToken)).Where(run => run.Id == ListOf(run.Id)).Select(Document)];

    /// <returns>The run, followed by the runs of its videos.</returns>
    /// <exception cref="YttlException"><c>run.unknown</c></exception>
    public async Task<IReadOnlyList<RunDocument>> ShowAsync(
        RunId id, Action<string> leftOut, CancellationToken cancellationToken)
    {
        var run = await FindAsync(id, cancellationToken);
        var videos = (await store.ListAsync(leftOut, cancellationToken)).Where(video => video.Id != id && ListOf(video.Id) == id);
        return
        [
            Document(run),
            .. videos.OrderBy(video => video.Id.Value.Length).ThenBy(video => video.Id.Value, StringComparer.Ordinal)
                .Select(Document),
        ];
    }

    /// <exception cref="YttlException"><c>run.unknown</c></exception>
    public async Task<RunRecord> FindAsync(RunId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) ?? throw Unknown(id);

    /// <exception cref="YttlException"><c>run.unknown</c>, <c>run.locked</c>, <c>run.write</c></exception>
    public void Delete(RunId id)
    {
        if (!store.Delete(id))
            throw Unknown(id);
    }

    /// <summary>Returns the playlist's run for the run of one of its videos, and any other run itself.</summary>
    public static RunId ListOf(RunId id) => new(id.Value.Split(':')[0]);

    private RunDocument Document(RunRecord run) => new(
        run.Id.Value,
        run.State is RunStatus.Running && !store.IsGoingOn(ListOf(run.Id)) ? RunStatus.Terminated : run.State,
        run.Source,
        run.Started,
        run.Ended,
        run.Result is null ? null : ResultDocument.From(run.Result));

    private static YttlException Unknown(RunId id) => new(
        FailureCategory.Input, "run.unknown", $"there is no run '{id}': 'yttl runs list' shows them");
}
