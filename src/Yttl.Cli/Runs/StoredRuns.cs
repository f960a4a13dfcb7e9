using Yttl.Cli.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>The runs of a home folder as people see them: a playlist is one run.</summary>
internal sealed class StoredRuns(RunStore store)
{
    /// <summary>Enumerates the runs, newest first, and reads no more of them than are asked for.</summary>
    /// <param name="leftOut">Called with each record that could not be read.</param>
    public IEnumerable<RunDocument> List(Action<string> leftOut) => store.NewestRootsFirst(leftOut).Select(Document);

    /// <returns>The run, followed by the runs of its videos.</returns>
    /// <exception cref="YttlException"><c>run.unknown</c></exception>
    public async Task<IReadOnlyList<RunDocument>> ShowAsync(
        RunId id, Action<string> leftOut, CancellationToken cancellationToken)
    {
        var run = await FindAsync(id, cancellationToken);
        var videos = (await store.ListAsync(leftOut, cancellationToken)).Where(video => video.Id != id && video.Id.Root == id);
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

    /// <summary>Finds the run that a text names: its id, or the beginning of the id of one run alone.</summary>
    /// <exception cref="YttlException"><c>run.unknown</c>, <c>run.ambiguous</c></exception>
    public RunId Resolve(string text)
    {
        var named = new RunId(text.Trim());
        if (named.Value.Length == 0 || store.Exists(named))
            return named;
        var found = store.FindIds(named.Root.Value);
        return found.Count switch
        {
            0 => throw Unknown(named),
            1 => new RunId(found[0].Value + named.Value[named.Root.Value.Length..]),
            _ => throw new YttlException(
                FailureCategory.Input,
                "run.ambiguous",
                $"'{text}' is the beginning of {found.Count} runs: {string.Join(", ", found.Take(5))}"
                + $"{(found.Count > 5 ? ", …" : "")}; give more of the id"),
        };
    }

    /// <exception cref="YttlException"><c>run.unknown</c>, <c>run.locked</c>, <c>run.write</c></exception>
    public void Delete(RunId id)
    {
        if (!store.Delete(id))
            throw Unknown(id);
    }

    private RunDocument Document(RunRecord run)
    {
        var isOver = run.State is not RunStatus.Running || !store.IsGoingOn(run.Id.Root);
        var state = run.State is RunStatus.Running && isOver ? RunStatus.Terminated : run.State;
        var attempt = !isOver || run.Attempt is not { } last ? null
            : new AttemptDocument(
                last.Started, last.State is RunStatus.Running ? RunStatus.Terminated : last.State, last.Failure);
        return new(
            run.Id.Value,
            attempt is not null && run.Result is { } kept ? kept.Status : state,
            run.Source,
            isOver ? run.Started : run.Attempt?.Started ?? run.Started,
            isOver ? run.Ended : null,
            run.Result is null ? null : ResultDocument.From(run.Result),
            run.Request is null ? [] : RunTraits.Of(run.Request),
            attempt);
    }

    private static YttlException Unknown(RunId id) => new(
        FailureCategory.Input, "run.unknown", $"no such run: {id}; list them with 'yttl runs list'");
}
