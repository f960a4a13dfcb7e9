using System.CommandLine;
using System.Globalization;
using Yttl.Cli.Failures;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

/// <summary><c>yttl runs list</c>: one line for each run, newest first.</summary>
internal sealed class RunsListCommand
{
    /// <summary>How many runs a terminal shows unless asked for more.</summary>
    private const int ScreenLimit = 50;

    /// <summary>The states that a stored run may have, in the order of all messages.</summary>
    private static readonly IReadOnlyList<RunStatus> Stored = [.. Enum.GetValues<RunStatus>().Except([RunStatus.Queued])];

    private static readonly ValueParser<IReadOnlyList<RunStatus>> States = ValueParsers.ListOf(
        "LIST", allowNone: false, [.. Stored.Select(state => (state.Name(), state))]);

    private readonly Option<string[]> _state = new("--state")
    {
        Description = $"Only runs in these states, comma-separated: {string.Join(", ", Stored.Select(state => state.Name()))}",
        HelpName = "LIST",
    };
    private readonly Option<string> _text = new("--text")
    {
        Description = "Only runs with this in the title or the source", HelpName = "TEXT",
    };
    private readonly Option<string> _since = new("--since")
    {
        Description = "Only runs since a day (2026-11-30) or an age (12h, 7d, 4w)", HelpName = "TIME",
    };
    private readonly Option<string> _limit = LimitOption.Create($"Show at most this many runs [all; {ScreenLimit} on a terminal]");
    private readonly Option<bool> _json = JsonOption.Create();

    private RunsListCommand()
    {
    }

    public static Command Create(CliContext surroundings)
    {
        var list = new RunsListCommand();
        var command = new Command("list", "List stored runs, newest first")
        {
            list._state, list._text, list._since, list._limit, list._json,
        };
        command.Aliases.Add("ls");
        command.SetAction(parsed => list.Run(parsed, surroundings));
        return command;
    }

    private int Run(ParseResult parsed, CliContext surroundings)
    {
        var messages = new Messages(surroundings);
        var (filter, limit) = Read(parsed);
        var json = parsed.GetValue(_json);
        var most = limit ?? (surroundings.OutputIsScreen && !json ? ScreenLimit : int.MaxValue - 1);
        var found = RunsCommand.Stored(surroundings).List(messages.Note).Where(filter.Takes).Take(most + 1).ToList();
        var shown = found.Take(most).ToList();
        if (json)
            RunsCommand.WriteJson(shown, surroundings);
        else if (shown.Count > 0)
            Table.WriteLines(
                surroundings, ["Run", "State", "Started", "Options", "Title"], shown.Select(Row), cut: [3, 4], spare: 2);
        else
            messages.Note(filter.TakesAll ? "no runs are stored" : "no stored run matches");
        if (shown.Count < found.Count)
            messages.Note(shown is [_]
                ? "this is the newest run: --limit N shows more"
                : string.Create(CultureInfo.InvariantCulture, $"these are the newest {shown.Count} runs: --limit N shows more"));
        return ExitCode.Complete;
    }

    /// <exception cref="UsageException">A value cannot be read; all such values are named.</exception>
    private (RunFilter Filter, int? Limit) Read(ParseResult parsed)
    {
        var problems = new List<string>();
        var (states, since) = ((IReadOnlyList<RunStatus>)[], default(DateTimeOffset));
        var (stateText, sinceText) = (string.Join(',', parsed.GetValue(_state) ?? []), parsed.GetValue(_since));
        if (stateText.Length > 0 && !States.Read(WithSynonyms(stateText), out states))
            problems.Add($"--state {stateText}: expected {States.Expected}");
        if (sinceText is not null && !RunFilter.TryReadTime(sinceText, DateTimeOffset.Now, out since))
            problems.Add($"--since {sinceText}: expected a day such as 2026-11-30, or an age such as 12h, 7d or 4w");
        var limit = parsed.Read(_limit, out var problem);
        if (problem is not null)
            problems.Add(problem);
        return problems.Count == 0
            ? (new RunFilter(states, parsed.GetValue(_text), sinceText is null ? null : since), limit)
            : throw new UsageException(problems);
    }

    /// <summary>What Ctrl-C is called elsewhere is a state here too.</summary>
    private static string WithSynonyms(string states) => string.Join(
        ',',
        states.Split(',').Select(state =>
            state.Trim().ToLowerInvariant() is "cancelled" or "canceled" ? RunStatus.Terminated.Name() : state));

    private static string[] Row(RunDocument run) =>
    [
        run.Id,
        run.State.Name(),
        RunsCommand.Text(run.Started),
        string.Join(", ", run.Traits),
        (run.Result?.Title ?? run.Source) + (run.Attempt is { } attempt ? $" (last attempt: {attempt.State.Name()})" : ""),
    ];
}
