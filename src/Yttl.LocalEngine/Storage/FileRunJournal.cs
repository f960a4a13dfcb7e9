using System.Text;
using Microsoft.Extensions.Logging;
using Yttl.Core.Measuring;
using Yttl.LocalEngine.Logging;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores the journals of runs beside their records: <c>HOME/runs/ID.steps.jsonl</c>. Lines are appended and never
/// changed. A journal with lines that something else has changed is set aside as <c>ID.steps.jsonl.damaged</c>, and goes on
/// without them.
/// </summary>
/// <param name="logger">Logs what could not be written, and what is damaged.</param>
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
        var text = await ReadTextAsync(run, cancellationToken);
        var earlier = JournalText.Read(text);
        try
        {
            await RepairAsync(run, text, cancellationToken);
            var file = new FileInfo(PathOf(run));
            if (file.Exists && (file.Length > LargestFile || earlier is [] || earlier[^1].Elapsed is not null))
            {
                file.Delete();
                earlier = [];
            }

            Append(run, JournalText.Write(new JournalLine { Session = session, Slots = slots }));
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
        var text = await ReadTextAsync(run, cancellationToken);
        if (WholeLines(text).Count(JournalText.IsDamaged) is > 0 and var damaged)
            Log.JournalDamaged(logger, run.Value, damaged, PathOf(run));
        return JournalText.Read(text);
    }

    private async Task<string> ReadTextAsync(RunId run, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(PathOf(run), cancellationToken);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Removes the half line that a dead process left at the end, and the lines that are damaged.</summary>
    private async Task RepairAsync(RunId run, string text, CancellationToken cancellationToken)
    {
        var lines = WholeLines(text);
        var sound = lines.Where(line => !JournalText.IsDamaged(line)).ToList();
        if (sound.Count == lines.Length && (text.Length == 0 || text.EndsWith('\n')))
            return;
        var path = PathOf(run);
        if (sound.Count < lines.Length)
        {
            var aside = path + RunFile.DamagedExtension;
            Log.JournalDamaged(logger, run.Value, lines.Length - sound.Count, aside);
            File.Copy(path, aside, overwrite: true);
        }

        var repaired = Encoding.UTF8.GetBytes(string.Concat(sound.Select(line => line + '\n')));
        await StagedFile.WriteAsync(
            _folder, (file, token) => file.WriteAsync(repaired, token).AsTask(), () => path, cancellationToken);
    }

    private static string[] WholeLines(string text) => text.Split('\n')[..^1];

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
