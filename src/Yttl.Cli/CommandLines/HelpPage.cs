using System.CommandLine;
using Spectre.Console;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.CommandLines;

/// <summary>
/// The help of a command, in the columns that there are: what people need, and with <c>all</c> every option, in groups.
/// </summary>
internal sealed class HelpPage(Command command, bool all, int width)
{
    /// <summary>A name that takes more columns has its description below it.</summary>
    private readonly int _widestName = Math.Min(28, width * 2 / 5);

    private readonly List<string> _lines = [];

    public static IReadOnlyList<string> Lines(Command command, bool all, int width) => new HelpPage(command, all, width).Lines();

    /// <summary>The command as it is typed: <c>yttl runs list</c>.</summary>
    public static string PathOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{PathOf(parent)} {command.Name}"
        : command.Name;

    private List<string> Lines()
    {
        Paragraph(command.Description ?? "");
        Blank();
        WriteUsage();
        Section(null, command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Section("Commands", command.Subcommands.Where(IsShown).Select(sub => (Called(sub), sub.Description ?? "")));
        var options = OptionsOf(command).Where(option => !option.Hidden).ToList();
        var isGrouped = options.Count(option => HelpGroups.Of(option.Name) != HelpGroups.Other) > 2;
        foreach (var group in HelpGroups.Names)
            Section(
                group,
                options
                    .Where(option => group == (isGrouped ? HelpGroups.Of(option.Name) : HelpGroups.Other))
                    .Where(option => all || !HelpGroups.IsRare(option.Name))
                    .Select(option => (Called(option), option.Description ?? "")));
        Section("Examples", HelpExamples.Of(PathOf(command)).SelectMany(example => TextWrap.Command(example, width - 2)));
        if (!all && options.Count(option => HelpGroups.IsRare(option.Name)) is > 0 and var more)
            Footer($"{more} more options: {PathOf(command)} --help all");
        else if (command.Subcommands.Count > 0)
            Footer($"Options of a command: {PathOf(command)} COMMAND --help");
        return _lines;
    }

    private void WriteUsage()
    {
        var arguments = string.Concat(command.Arguments.Select(argument => $" {Called(argument)}"));
        Paragraph($"Usage: {PathOf(command)}{(command.Subcommands.Count > 0 ? " COMMAND" : arguments)} [OPTIONS]");
        if (command.Parents.FirstOrDefault() is null)
            Paragraph("       yttl SOURCE... [OPTIONS], the same as yttl summarize");
    }

    private void Section(string? heading, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        Blank();
        if (heading is not null)
            _lines.Add($"{heading}:");
        var column = 4 + all.Select(row => row.Name.GetCellWidth()).Where(name => name <= _widestName).DefaultIfEmpty(_widestName).Max();
        foreach (var (name, text) in all)
        {
            var lines = TextWrap.Lines(text, Math.Max(12, width - column));
            var isBeside = name.GetCellWidth() <= column - 4;
            _lines.Add(isBeside ? TextWrap.Pad($"  {name}", column) + lines[0] : $"  {name}");
            foreach (var line in lines.Skip(isBeside ? 1 : 0))
                _lines.Add(new string(' ', column) + line);
        }
    }

    private void Section(string heading, IEnumerable<string> lines)
    {
        var all = lines.Select(line => $"  {line}").ToList();
        if (all.Count == 0)
            return;
        Blank();
        _lines.Add($"{heading}:");
        _lines.AddRange(all);
    }

    private void Footer(string text)
    {
        Blank();
        Paragraph(text);
    }

    /// <summary>Each line begins with the spaces that the text does.</summary>
    private void Paragraph(string text)
    {
        var indent = text[..^text.TrimStart().Length];
        _lines.AddRange(TextWrap.Lines(text.TrimStart(), width - indent.Length).Select(line => indent + line));
    }

    private void Blank() => _lines.Add("");

    /// <summary>The command's own options, then those of every command.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(
        command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive));

    private static bool IsShown(Command sub) => !sub.Hidden;

    private static string Called(Command sub) => string.Join(' ', sub.Arguments.Select(Called).Prepend(sub.Name));

    private static string Called(Argument argument)
    {
        var name = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    private static string Called(Option option)
    {
        var names = option.Aliases.Where(alias => alias.Length == 2).Append(option.Name);
        var value = option.HelpName is { } name ? option.Arity.MinimumNumberOfValues == 0 ? $"[={name}]" : $" {name}" : "";
        return string.Join(", ", names) + value;
    }
}
