using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;

namespace Yttl.Cli.CommandLines;

/// <summary><c>yttl help [COMMAND]</c>: the same as <c>yttl COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    public static Command Create(Command root, CliContext surroundings)
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "A command, such as summarize or runs list",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "Show every option" };
        var command = new Command("help", "Show help, or the help of a command") { words, all };
        command.SetAction(parsed => HelpAction.Show(
            Find(root, parsed.GetValue(words) ?? []), parsed.GetValue(all), surroundings));
        return command;
    }

    private static Command Find(Command root, IEnumerable<string> words)
    {
        var found = root;
        foreach (var word in words)
            found = found.Subcommands.FirstOrDefault(sub => sub.Name == word || sub.Aliases.Contains(word))
                ?? throw new UsageException(Unknown(word, found));
        return found;
    }

    private static string Unknown(string word, Command above) =>
        Nearest.To(word, above.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)) is { } meant
            ? $"'{word}' is not a command, did you mean '{meant}'?"
            : $"'{word}' is not a command; see '{HelpPage.PathOf(above)} --help'";
}
