using Microsoft.Extensions.Logging;
using Yttl.Core.Performance;
using Yttl.Workflows;

namespace Yttl.LocalEngine.Storage;

/// <summary>The journals of runs, beside their records: <c>HOME/runs/ID.steps.jsonl</c>. Lines are added and never changed.</summary>
/// <param name="logger">Told of what could not be written.</param>
public sealed class FileRunJournal(string home, ILogger logger) : IRunJournal
{
    internal const string Extension = ".steps.jsonl";

    /// <summary>Some ten thousand steps: a run that is stopped this often begins anew.</summary>
    private const long LargestFile = 16 << 20;

    private readonly string _folder = Path.Combine(home, "runs");
    private readonly Lock _oneAtATime = new();

    /// <summary>Begins a sitting: what led to a report before is over and goes, what was stopped stays.</summary>
    /// <returns>The earlier sittings of the run that it goes on with.</returns>
    public async Task<IReadOnlyList<RunSitting>> BeginAsync(
        RunId run, DateTimeOffset sitting, int? slots, CancellationToken cancellationToken)
    {
        var earlier = await ReadAsync(run, cancellationToken);
        try
        {
            var file = new FileInfo(PathOf(run));
            if (file.Exists && (file.Length > LargestFile || earlier is [] || earlier[^1].Elapsed is not null))
            {
                file.Delete();
                earlier = [];
            }

            // A process that died may have left half a line: what follows begins a new one.
            Append(run, (earlier is [] ? "" : "\n") + JournalText.Write(new JournalLine { Sitting = sitting, Slots = slots }));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.NotNoted(logger, run.Value, problem.Message);
        }

        return earlier;
    }

    public Task AddAsync(RunId run, JournalLine line, CancellationToken cancellationToken)
    {
        try
        {
            Append(run, JournalText.Write(line));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.NotNoted(logger, run.Value, problem.Message);
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<RunSitting>> ReadAsync(RunId run, CancellationToken cancellationToken)
    {
        try
        {
            return JournalText.Read(await File.ReadAllTextAsync(PathOf(run), cancellationToken));
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Append(RunId run, string text)
    {
        lock (_oneAtATime)
        {
            Directory.CreateDirectory(_folder);
            File.AppendAllText(PathOf(run), text);
        }
    }

    private string PathOf(RunId run) => Path.Combine(_folder, RunStore.FileName(run) + Extension);
}
