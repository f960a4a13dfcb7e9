using System.Diagnostics;
using System.Text.Json.Nodes;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Torture;

/// <summary>
/// Runs <c>yttl</c> on one scene, kills it with SIGKILL at random moments and starts it again, until it ends; compares
/// that end with an undisturbed run.
/// </summary>
internal sealed class KillTrial(KillScene scene, TempFolder folder, Random random)
{
    /// <summary>Kills of one run, after which it is left to end.</summary>
    private const int MostKills = 12;

    /// <summary>A run that takes longer hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan UntilCallsHaveCome = TimeSpan.FromMilliseconds(50);

    private TimeSpan _whole;
    private int _calls;
    private string _report = "";
    private HashSet<string> _files = [];
    private int _homes;

    /// <summary>Runs it once without a kill.</summary>
    /// <exception cref="InvalidOperationException">The run did not end complete.</exception>
    public async Task PrepareAsync()
    {
        var home = NextHome();
        var (before, clock) = (Calls(), Stopwatch.StartNew());
        using var process = Start(home);
        var ended = await TorturedYttl.EndAsync(process, Longest);
        if (ended.Exit != 0)
            throw new InvalidOperationException($"{scene.Name}: an undisturbed run ended with {ended.Exit}: {ended.Error}");
        _whole = clock.Elapsed;
        _calls = Calls() - before;
        if (scene.Calls is not null && _calls == 0)
            throw new InvalidOperationException($"{scene.Name}: an undisturbed run called no model");
        _report = ReportsIn(home);
        _files = [.. FilesOf(home)];
        Forget(home);
    }

    /// <summary>One run with its kills.</summary>
    /// <param name="kills">At most so many.</param>
    public async Task RunAsync(KillFigures figures, int kills)
    {
        var home = NextHome();
        var (before, killed) = (Calls(), 0);
        while (true)
        {
            var (start, remembered) = (Calls(), RememberedIn(home));
            using var process = Start(home);
            var isKilled = killed < Math.Min(kills, MostKills) && !await EndsBeforeItsMomentAsync(process);
            if (isKilled)
                process.Kill();
            var ended = await TorturedYttl.EndAsync(process, Longest);
            if (isKilled)
                await CallsHaveComeAsync();
            var again = Calls() - start - (_calls - remembered);
            if (scene.Calls is not null && again > 0)
            {
                figures.RememberedRepeated += again;
                figures.Faults.Add($"{scene.Name}: {again} remembered calls were made again");
            }

            if (isKilled && ended.Exit != 0)
            {
                killed++;
                // The next run begins at once after every other kill, while what the killed one started may still run.
                if (random.Next(2) == 0)
                    await CountProcessesAsync(figures);
                continue;
            }

            figures.Kills += killed;
            figures.Runs++;
            figures.Calls = _calls;
            figures.Repeated += Calls() - before - _calls;
            await CountProcessesAsync(figures);
            Judge(figures, home, ended);
            return;
        }
    }

    private void Judge(KillFigures figures, string home, Ended ended)
    {
        var report = ended.Exit == 0 ? ReportsIn(home) : $"exit code {ended.Exit}: {ended.Error}";
        if (report != _report)
        {
            figures.Different++;
            figures.Faults.Add($"{scene.Name}: another report, kept in {folder.PathOf(home)}: {Difference(report)}");
            return;
        }

        var left = FilesOf(home).Except(_files).ToList();
        figures.FilesLeft += left.Count;
        figures.Faults.AddRange(left.Select(file => $"{scene.Name}: left {file}"));
        Forget(home);
    }

    /// <summary>What a killed process has sent may arrive after its death.</summary>
    private async Task CallsHaveComeAsync()
    {
        for (var before = -1; scene.Calls is not null && before != Calls();)
        {
            before = Calls();
            await Task.Delay(UntilCallsHaveCome);
        }
    }

    private async Task CountProcessesAsync(KillFigures figures)
    {
        var left = await LeftBehind.ProcessesAsync(folder);
        figures.ProcessesLeft += left.Count;
        figures.Faults.AddRange(left.Select(command => $"{scene.Name}: still runs: {command}"));
    }

    /// <summary>Some die at any time, most soon after some calls: while answers come in and are stored.</summary>
    private async Task<bool> EndsBeforeItsMomentAsync(Process process)
    {
        var moment = scene.Calls is null || random.Next(3) == 0
            ? Task.Delay(_whole * random.NextDouble())
            : AfterCallsAsync(random.Next(1, Math.Max(2, _calls / 2)), TimeSpan.FromMilliseconds(random.Next(40)), process);
        return await Task.WhenAny(process.WaitForExitAsync(), moment) != moment;
    }

    private async Task AfterCallsAsync(int calls, TimeSpan later, Process process)
    {
        for (var wanted = Calls() + calls; Calls() < wanted && !process.HasExited;)
            await Task.Delay(Pause);
        await Task.Delay(later);
    }

    private Process Start(string home) => TorturedYttl.Start(
        folder.Path,
        ["summarize", .. scene.Arguments, "--format", "json,html,md,srt,vtt", "--out", folder.PathOf($"{home}-out")],
        [
            ("YTTL_HOME", folder.PathOf(home)),
            ("TMPDIR", Directory.CreateDirectory(folder.PathOf($"{home}-tmp")).FullName),
            ("YTTL_YT_DLP", scene.YtDlp ?? "yt-dlp"),
        ]);

    private int Calls() => scene.Calls?.Invoke() ?? 0;

    private string NextHome() => $"{scene.Name}-{_homes++}";

    private IEnumerable<string> FilesOf(string home) => LeftBehind.Files(
        folder.PathOf(home), folder.PathOf($"{home}-out"), folder.PathOf($"{home}-tmp"));

    private void Forget(string home)
    {
        foreach (var ending in (string[])["", "-out", "-tmp"])
            if (Directory.Exists(folder.PathOf(home + ending)))
                Directory.Delete(folder.PathOf(home + ending), recursive: true);
    }

    /// <summary>How many calls of models this home remembers.</summary>
    private int RememberedIn(string home)
    {
        var memory = Path.Combine(folder.PathOf(home), "memory");
        return !Directory.Exists(memory) ? 0 : Directory.EnumerateFiles(memory, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file).Length == 0)
            .Select(file => JsonNode.Parse(File.ReadLines(file).Skip(1).Aggregate("", string.Concat))!)
            .Count(result => scene.CallSteps.Contains((string?)result["step"]));
    }

    /// <summary>The reports without what tells when and how fast they were made, and where they lie.</summary>
    private string ReportsIn(string home)
    {
        string[] compared = [".json", ".srt", ".vtt"];
        return string.Concat(Directory.EnumerateFiles(folder.PathOf($"{home}-out"))
            .Where(file => compared.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .Select(Comparable));
    }

    private static string Comparable(string file)
    {
        var text = File.ReadAllText(file);
        if (!file.EndsWith(".json", StringComparison.Ordinal))
            return text;
        var report = JsonNode.Parse(text)!.AsObject();
        report.Remove("performance");
        return report.ToJsonString();
    }

    private string Difference(string report)
    {
        var at = report.AsSpan().CommonPrefixLength(_report.AsSpan());
        return $"'{Around(report, at)}' in place of '{Around(_report, at)}'";

        static string Around(string text, int at) => text.AsSpan(Math.Max(0, at - 40))[..Math.Min(160, text.Length - Math.Max(0, at - 40))]
            .ToString().ReplaceLineEndings(" ");
    }
}
