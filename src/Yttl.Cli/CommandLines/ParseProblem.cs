using System.CommandLine;
using System.CommandLine.Parsing;
using Yttl.Core.Settings;

namespace Yttl.Cli.CommandLines;

/// <summary>What is wrong with a command line, in one line with a hint.</summary>
internal static class ParseProblem
{
    /// <param name="arguments">The arguments as they were given, before they were parsed.</param>
    public static string? Find(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (IsHelpOrVersion(parsed))
            return null;
        if (Stray(parsed) is { } stray)
            return WithHint(About(stray, parsed), parsed);
        if (parsed.Errors.Count == 0)
            return null;
        if (Missing(parsed) is { } missing)
        {
            var needs = $"missing {missing}: {Help(missing)}";
            return Swallowed(parsed, arguments) is { } swallowed ? $"missing {missing}: {swallowed}" : WithHint(needs, parsed);
        }

        var commands = parsed.CommandResult.Command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToList();
        return WithHint(
            commands.Count > 0 ? $"missing command; one of: {string.Join(", ", commands)}"
                : WrongCount(parsed) ?? parsed.Errors[0].Message.TrimEnd('.'),
            parsed);
    }

    private static bool IsHelpOrVersion(ParseResult parsed) => parsed.Action is HelpAction;

    /// <summary>What a missing argument would be.</summary>
    private static string Help(string argument) => argument switch
    {
        "SOURCE" => "give a URL or a file",
        "FILE" => "give a file with one source a line, or - for stdin",
        "SOURCE|RUN" => "give a URL, a file, or the id of a run",
        "QUESTION" => "give what to ask",
        "RUN" => "give the id of a run, as 'yttl runs list' shows it",
        _ => "give the words to find",
    };

    /// <summary>Finds an option without its value, or one that is given too often.</summary>
    private static string? WrongCount(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<OptionResult>()
        .Where(result => !result.Implicit)
        .Select(result => (result.Option.Name, Given: result.Tokens.Count, result.Option.Arity))
        .Where(option => option.Given < option.Arity.MinimumNumberOfValues || option.Given > option.Arity.MaximumNumberOfValues)
        .Select(option => option.Given == 0 ? $"{option.Name} needs a value" : $"{option.Name} takes one value, {option.Given} are given")
        .FirstOrDefault();

    /// <summary>
    /// The parser gives an option that it does not know to the next argument that has room, as if it were a source.
    /// Only behind <c>--</c> may a source begin with a dash; <c>-</c> alone is stdin.
    /// </summary>
    private static string? Stray(ParseResult parsed)
    {
        var ended = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Count();
        var afterEnd = parsed.Tokens.Skip(ended).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Command.Arguments
            .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .Where(token => token.Value is ['-', _, ..] && !afterEnd.Contains(token))
            .Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault();
    }

    private static string? Missing(ParseResult parsed) => parsed.CommandResult.Command.Arguments
        .FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0))
        ?.Name;

    /// <summary>Finds an option with an optional value that took the next word as its value.</summary>
    private static string? Swallowed(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var setting = PerformanceSettingTable.Report;
        var option = parsed.CommandResult.Command.Options.FirstOrDefault(option => option.Name == setting.Flag);
        var tokens = option is null ? null : parsed.GetResult(option)?.Tokens;
        return tokens is [{ Value: var taken }] && arguments.Contains(taken)
            ? $"'{taken}' was taken as the {setting.HelpName} of {setting.Flag}; "
                + $"write {setting.Flag}={setting.HelpName}, or put it last"
            : null;
    }

    private static string About(string stray, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (stray is ['-', _, ..])
        {
            var name = stray.Split('=')[0];
            var option = Nearest.To(name, command.Options.Where(known => !known.Hidden).Select(known => known.Name));
            return $"'{name}' is not an option of '{PathOf(parsed.CommandResult)}'{DidYouMean(option)}";
        }

        if (command.Subcommands.Count == 0)
            return $"unexpected argument '{stray}'";
        var word = stray is "rm" or "remove" ? "delete" : stray;
        var meant = Below(word, command) ?? Nearest.To(word, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name));
        var isRoot = parsed.CommandResult.Parent is null;
        return $"'{stray}' is not a command{(isRoot && meant is null ? ", a URL or an existing file" : DidYouMean(meant))}";
    }

    /// <summary>Finds a command below another by its own name, such as <c>runs show</c>.</summary>
    private static string? Below(string word, Command command) => command.Subcommands
        .Where(sub => !sub.Hidden)
        .SelectMany(sub => sub.Subcommands, (sub, below) => (Path: $"{sub.Name} {below.Name}", below.Name))
        .Where(known => known.Name == word)
        .Select(known => known.Path)
        .FirstOrDefault();

    private static string DidYouMean(string? meant) => meant is null ? "" : $", did you mean '{meant}'?";

    private static string WithHint(string problem, ParseResult parsed) =>
        problem.EndsWith('?') ? problem : $"{problem}; see '{PathOf(parsed.CommandResult)} --help'";

    private static string PathOf(CommandResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = result; at is CommandResult command; at = at.Parent)
            names.Push(command.Command.Name);
        return string.Join(' ', names);
    }
}
