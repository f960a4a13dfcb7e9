using Microsoft.Extensions.Logging;
using Yttl.Core.Measuring;
using Yttl.LocalEngine.Logging;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores the journals of runs beside their records: <c>HOME/runs/ID.steps.jsonl</c>. Lines are appended and never
/// changed.
/// </summary>
/// <param name="logger">Logs what could not be written.</param>
public sealed class FileRunJournal(string home, ILogger logger) : IRunJournal
{
    internal const string Extension = ".steps.jsonl";

    /// <summary>
    /// Maximum size, about ten thousand steps: the journal of a run that is interrupted this often starts again.
    /// </summary>
    private const long LargestFile = 16 << 20;

    private readonly string _folder = Path.Combine(home, "runs");
    private readonly Lock _oneAtATime = new();

    /// <summary>
    /// Starts a session. Deletes the journal of sessions that ended with a report; keeps that of interrupted ones.
    /// </summary>
    /// <returns>The earlier sessions that the run continues.</returns>
    public async Task<IReadOnlyList<RunSession>> BeginAsync(
        RunId run, DateTimeOffset session, int? slots, CancellationToken cancellationToken)
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

            // A process that died may have left an incomplete line: start a new one.
            Append(run, (earlier is [] ? "" : "\n") + JournalText.Write(new JournalLine { Session = session, Slots = slots }));
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

    public async Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken)
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
