using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Storage;

namespace Yttl.Cli.Runs;

/// <summary>What a question is about: a source, or a stored run.</summary>
/// <param name="Run">Null for a source.</param>
internal sealed record AskTarget(Request Request, RunRecord? Run)
{
    /// <summary>What exists as a file and what has a scheme is a source. The rest is a run, where one has that id.</summary>
    /// <exception cref="UsageException">It is a list, or a pipe without captions.</exception>
    /// <exception cref="YttlException">
    /// <c>run.ambiguous</c>; <c>ask.unknown</c>: there is neither such a file nor such a run; and those of a source.
    /// </exception>
    public static async Task<AskTarget> FindAsync(
        string text, RunStore store, string home, CliContext surroundings, CancellationToken cancellationToken)
    {
        if (PipedSource.IsPipe(text))
            return new(await PipedSource.ResolveAsync(new Request(text), home, surroundings, cancellationToken), null);
        var source = Source.Parse(text);
        var exists = File.Exists(text) || Directory.Exists(text);
        if (!exists && !text.Contains("://", StringComparison.Ordinal) && FindRun(text, new StoredRuns(store)) is { } run)
            return new(new Request(run.Source), run);
        if (source.IsList(playlistWanted: false))
            throw new UsageException($"'{text}' is a list: ask one of its videos");
        return exists || source is not (MediaFile or CaptionFile) || text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new(new Request(text), null)
            : throw new YttlException(
                FailureCategory.Input,
                "ask.unknown",
                $"there is no file '{text}', and no run whose id begins so; list the runs with 'yttl runs list'");
    }

    private static RunRecord? FindRun(string text, StoredRuns runs)
    {
        try
        {
            return runs.Find(runs.Resolve(text));
        }
        catch (YttlException e) when (e.Failure.Code is "run.unknown")
        {
            return null;
        }
    }
}
