using System.CommandLine;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

/// <summary>The option <c>--limit</c> of the commands that list.</summary>
internal static class LimitOption
{
    private static readonly ValueParser<int> Numbers = ValueParsers.WholeNumber(1, 1_000_000);

    public static Option<string> Create(string description) => new("--limit") { Description = description, HelpName = Numbers.HelpName };

    /// <param name="problem">Null where the option can be read.</param>
    /// <returns>Null where it is not given, or cannot be read.</returns>
    public static int? Read(this ParseResult parsed, Option<string> option, out string? problem)
    {
        var text = parsed.GetValue(option);
        var limit = 0;
        problem = text is null || Numbers.Read(text, out limit) ? null : $"--limit {text}: expected {Numbers.Expected}";
        return text is null || problem is not null ? null : limit;
    }
}
