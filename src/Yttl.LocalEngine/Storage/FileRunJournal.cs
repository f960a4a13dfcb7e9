using System.Text;
using Microsoft.Extensions.Logging;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.LocalEngine.Logging;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// Stores the journals of runs beside their records: <c>HOME/runs/ID.steps.jsonl</c>. Lines are appended and never
/// changed. While a run with a report is repeated, the journal of that report is <c>ID.kept.jsonl</c>, which
/// <see cref="RunStore"/> deletes when the run has another report. A journal with lines that something else has changed is
/// copied to <c>ID.steps.jsonl.damaged</c> and goes on without them.
/// </summary>
/// <param name="logger">Logs what could not be written, and what is damaged.</param>
public sealed class FileRunJournal(string home, ILogger logger) : IRunJournal
{
    internal const string Extension = ".steps.jsonl";
    internal const string KeptExtension = ".kept.jsonl";

    /// <summary>
    /// Maximum size, about ten thousand steps: the journal of a run that is interrupted this often starts again.
    /// </summary>
    private const long LargestFile = 16 << 20;

    private readonly string _folder = Path.Combine(home, "runs");
    private readonly Lock _oneAtATime = new();

    /// <summary>
    /// Starts a session. Sets the journal of sessions that ended aside, where none is yet: only the first may be that of a
    /// report. Continues that of interrupted ones.
    /// </summary>
    /// <returns>The earlier sessions that the run continues.</returns>
    public async Task<IReadOnlyList<RunSession>> BeginAsync(
        RunId run, DateTimeOffset session, int? slots, CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(PathOf(run), cancellationToken);
        var earlier = JournalText.Read(text);
        try
        {
            await RepairAsync(run, text, cancellationToken);
            var file = new FileInfo(PathOf(run));
            if (file.Exists && (file.Length > LargestFile || earlier is [] || earlier[^1].Elapsed is not null))
            {
                if (earlier is [.., { Elapsed: not null }] && !File.Exists(PathOf(run, KeptExtension)))
                    file.MoveTo(PathOf(run, KeptExtension));
                else
                    file.Delete();
                earlier = [];
            }

            Append(run, JournalText.Write(new JournalLine { Session = session, Slots = slots }));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Log.NotNoted(logger, run.Value, FileReason.Format(problem));
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
            Log.NotNoted(logger, run.Value, FileReason.Format(problem));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RunSession>> ReadAsync(RunId run, CancellationToken cancellationToken) =>
        ReadFileAsync(run, PathOf(run), cancellationToken);

    /// <summary>Reads the journal of the report that a run had before its last attempt.</summary>
    /// <returns>In their order; empty where there is none.</returns>
    public Task<IReadOnlyList<RunSession>> ReadKeptAsync(RunId run, CancellationToken cancellationToken) =>
        ReadFileAsync(run, PathOf(run, KeptExtension), cancellationToken);

    private async Task<IReadOnlyList<RunSession>> ReadFileAsync(RunId run, string path, CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(path, cancellationToken);
        if (WholeLines(text).Count(JournalText.IsDamaged) is > 0 and var damaged)
            Log.JournalDamaged(logger, run.Value, damaged, path);
        return JournalText.Read(text);
    }

    private static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
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

    private string PathOf(RunId run, string extension = Extension) => Path.Combine(_folder, RunStore.FileName(run) + extension);
}
