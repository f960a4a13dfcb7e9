using System.CommandLine;
using System.CommandLine.Invocation;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.CommandLines;

/// <summary><c>--help</c> and <c>--help-all</c>: shows the help of the command, whatever else is wrong with the line.</summary>
internal sealed class HelpAction(CliContext surroundings, bool all) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult) => Show(parseResult.CommandResult.Command, all, surroundings);

    public static int Show(Command command, bool all, CliContext surroundings)
    {
        foreach (var line in HelpPage.Lines(command, all, surroundings.OutputWidth))
            surroundings.Output.WriteLine(line.TrimEnd());
        return ExitCode.Complete;
    }
}
