using System.CommandLine;
using Yttl.Cli.Commands;
using Yttl.Cli.Runs;
using Yttl.Core.Settings;

namespace Yttl.Cli.CommandLines;

/// <summary>Whether a stopped command continues from its finished steps when it is given again.</summary>
internal static class ResumeHint
{
    public const string Promise = "run the same command again to continue";

    /// <summary>The commands whose steps are remembered.</summary>
    private static readonly string[] Remembering = ["summarize", "batch", "transcript", "resume"];

    private static readonly string[] Forgetting = [SettingTable.NoResume.Flag, SummarizeCommand.VerifyParallel];

    public static bool After(ParseResult parsed) =>
        Remembering.Contains(parsed.CommandResult.Command.Name)
        && !ReadsInput(parsed)
        && !parsed.CommandResult.Command.Options.Any(option =>
            Forgetting.Contains(option.Name) && parsed.GetResult(option) is { Implicit: false });

    /// <summary>What came from stdin is not there for a second time.</summary>
    private static bool ReadsInput(ParseResult parsed) => parsed.CommandResult.Command.Arguments
        .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
        .Any(token => token.Value is "-" || PipedSource.IsPipe(token.Value));
}
