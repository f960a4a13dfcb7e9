using Yttl.Cli.Json;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>The runs of a home folder as people see them: a playlist is one run.</summary>
internal sealed class StoredRuns(RunStore store)
{
    /// <summary>Letters of an id.</summary>
    private const int LeastToDelete = 6;

    /// <summary>Enumerates the runs, newest first, and reads no more of them than are asked for.</summary>
    /// <param name="leftOut">Called with each record that could not be read.</param>
    public IEnumerable<RunDocument> List(Action<string> leftOut) => store.NewestRootsFirst(leftOut).Select(Document);

    /// <returns>The run, followed by the runs of its videos.</returns>
    /// <exception cref="YttlException"><c>run.unknown</c></exception>
    public IReadOnlyList<RunDocument> Show(RunId id, Action<string> leftOut) =>
        [Document(Find(id)), .. store.ListBelow(id, leftOut).Select(Document)];

    /// <exception cref="YttlException"><c>run.unknown</c></exception>
    public RunRecord Find(RunId id) => store.Find(id) ?? store.FindEntry(id) ?? throw Unknown(id);

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

    /// <summary>Deletes the run that a text names: its id, or enough of its beginning not to be one by accident.</summary>
    /// <returns>The id, with the title or the source of the run where they can be read.</returns>
    /// <exception cref="YttlException">
    /// <c>run.unknown</c>, <c>run.ambiguous</c>, <c>run.short</c>, <c>run.locked</c>, <c>run.write</c>
    /// </exception>
    public string Delete(string text)
    {
        var id = Resolve(text);
        var run = store.Find(id);
        var name = run is null ? id.Value : $"{id}  {run.Result?.Title ?? run.Source}";
        if (id.Value != text.Trim() && new RunId(text.Trim()).Root.Value.Length < LeastToDelete)
            throw new YttlException(
                FailureCategory.Input,
                "run.short",
                $"'{text}' is too short to delete a run by: it would be {name}; "
                + $"give its id, or the first {LeastToDelete} letters or more");
        return store.Delete(id) ? name : throw Unknown(id);
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
