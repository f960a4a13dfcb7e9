using System.CommandLine;
using Yttl.Cli.Commands;
using Yttl.Cli.Settings;
using Yttl.Core.Settings;
using Yttl.Core.Sources;

namespace Yttl.Cli.CommandLines;

/// <summary>The shorter ways to type a command line, turned into the long one.</summary>
internal static class ShortForms
{
    private const string Help = "--help";
    private const string Summarize = "summarize";

    /// <summary>Options of every command that may stand before the first word.</summary>
    private static readonly string[] Switches =
        [GlobalOptions.Verbose, "-v", GlobalOptions.Quiet, "-q", GlobalOptions.NoColor];

    public static IReadOnlyList<string> Expand(IReadOnlyList<string> arguments, Command root) =>
        WithCommand(WithLongHelp(OriginalFlags.Translate(arguments)), root);

    /// <summary><c>--help all</c> is <c>--help-all</c>.</summary>
    private static IReadOnlyList<string> WithLongHelp(IReadOnlyList<string> arguments)
    {
        var end = arguments.TakeWhile(argument => argument != "--").Count();
        for (var i = 0; i + 1 < end; i++)
            if (arguments[i] is Help or "-h" && arguments[i + 1] == "all")
                return [.. arguments.Take(i), GlobalOptions.HelpAll, .. arguments.Skip(i + 2)];
        return arguments;
    }

    /// <summary>
    /// Where the first word is a source, the command is <c>summarize</c>; <c>ls</c> is <c>runs list</c>, and <c>version</c>
    /// is <c>--version</c>.
    /// </summary>
    private static IReadOnlyList<string> WithCommand(IReadOnlyList<string> arguments, Command root)
    {
        var first = arguments.TakeWhile(Switches.Contains).Count();
        if (first == arguments.Count)
            return arguments;
        if (arguments[first] is "version")
            return [.. arguments.Take(first), "--version", .. arguments.Skip(first + 1)];
        string[] command = arguments[first] is "ls" ? ["runs"]
            : arguments[first] is "--" && first + 1 < arguments.Count ? [Summarize]
            : IsSource(arguments[first], root) || IsOptionOfSummarize(arguments[first], root) ? [Summarize]
            : [];
        return [.. arguments.Take(first), .. command, .. arguments.Skip(first)];
    }

    /// <summary>
    /// A command's name wins over a file. Eleven letters may be a YouTube id or a mistyped command, such as
    /// <c>transcripts</c>: an id of nothing but small letters is one in twenty thousand.
    /// </summary>
    private static bool IsSource(string word, Command root)
    {
        var names = root.Subcommands.SelectMany(sub => sub.Aliases.Append(sub.Name)).ToList();
        if (names.Contains(word) || word is ['-', _, ..])
            return false;
        if (word is "-" || word.Contains("://", StringComparison.Ordinal) || File.Exists(word) || Directory.Exists(word))
            return true;
        return Source.TryParse(word, out var source, out _)
            && source is not (MediaFile or CaptionFile)
            && !(word.All(char.IsAsciiLetterLower) && Nearest.To(word, names) is not null);
    }

    private static bool IsOptionOfSummarize(string word, Command root) =>
        word is ['-', _, ..]
        && Has(root.Subcommands.First(sub => sub.Name == Summarize), word.Split('=')[0])
        && !Has(root, word);

    private static bool Has(Command command, string name) =>
        command.Options.Any(option => option.Name == name || option.Aliases.Contains(name));
}
