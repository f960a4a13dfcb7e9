using System.CommandLine;

namespace Yttl.Cli.CommandLines;

/// <summary>
/// Whether a command line asks for JSON on stdout. A failure is then written there too, with its code.
/// </summary>
internal static class JsonOutput
{
    public static bool By(ParseResult parsed) =>
        Has(parsed, "--json") ? parsed.GetValue<bool>("--json")
        // The transcript itself goes to stdout, unless it is written to files.
        : Has(parsed, "--format") && !IsGiven(parsed, "--out")
            && parsed.GetValue<string[]>("--format") is [var only]
            && only.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static bool Has(ParseResult parsed, string option) =>
        parsed.CommandResult.Command.Options.Any(known => known.Name == option);

    private static bool IsGiven(ParseResult parsed, string option) =>
        parsed.GetResult(option) is { } result && result.Tokens.Count > 0;
}
