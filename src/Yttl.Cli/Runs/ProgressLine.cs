using Spectre.Console;
using Yttl.Cli.Terminal;
using Yttl.Core.Time;

namespace Yttl.Cli.Runs;

/// <summary>The progress of one run on one line of a terminal: its title, a bar, its phase with what is left, its time.</summary>
/// <param name="Done">The part of the bar that is full.</param>
internal sealed record ProgressLine(string Title, string Done, string Rest, string Facts)
{
    private const int LeastTitle = 12;
    private const int WidestTitle = 60;

    /// <summary>Of a terminal of 50 columns. With fewer, what is left takes the place of the title.</summary>
    private const int LeastForLeft = 48;

    /// <summary>The phase and the time change; the bar stays where it is.</summary>
    private const int UsualFacts = 32;

    /// <param name="title">Safe for the terminal.</param>
    /// <param name="width">The columns that the line takes at most.</param>
    /// <param name="unicode">Whether there are other letters than those of ASCII.</param>
    public static ProgressLine From(string title, RunClock clock, int width, bool unicode)
    {
        var progress = clock.Progress!;
        var bar = width >= 100 ? 24 : width >= 72 ? 12 : 0;
        var facts = FactsOf(clock, width);
        if (bar > 0)
            facts = TextWrap.Pad(facts, UsualFacts);
        var room = width - facts.GetCellWidth() - 2 - (bar > 0 ? bar + 2 : 0);
        if (room < LeastTitle)
            (facts, room) = (TextWrap.Cut(facts, Math.Max(0, width - LeastTitle - 2), unicode ? "…" : "..."), LeastTitle);
        var name = TextWrap.Pad(TextWrap.Cut(title, Math.Min(room, WidestTitle), unicode ? "…" : "..."), Math.Min(room, WidestTitle));
        var full = bar == 0 ? 0 : (int)(bar * Math.Clamp((double)progress.Done / Math.Max(1, progress.Total), 0, 1));
        return new ProgressLine(name, new string(unicode ? '━' : '#', full), new string(unicode ? '─' : '-', bar - full), facts);
    }

    /// <summary>Without the terminal: for a line that stays.</summary>
    public static string Plain(string title, RunClock clock) => $"{title}: {FactsOf(clock, width: int.MaxValue)}";

    /// <summary>For a terminal without colors.</summary>
    public override string ToString() => Done.Length + Rest.Length == 0 ? $"{Title}  {Facts}" : $"{Title}  {Done}{Rest}  {Facts}";

    private static string FactsOf(RunClock clock, int width)
    {
        var phase = PhaseText.Format(clock.Progress!);
        var left = clock.Left is { TotalSeconds: >= 1 } time && width >= LeastForLeft ? $", {Timestamp.Text(time)} left" : "";
        return $"{phase}{left}  {Timestamp.Text(clock.Elapsed)}";
    }
}
