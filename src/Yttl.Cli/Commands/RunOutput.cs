using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Runs;

namespace Yttl.Cli.Commands;

/// <summary>The options of <c>summarize</c> and <c>batch</c> that set how results are shown.</summary>
internal sealed class RunOutput
{
    private readonly Option<bool> _print = new("--print")
    {
        Description = "Print the summary itself as Markdown, in place of the paths of the reports",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document of all results" };
    private readonly Option<bool> _open = new("--open") { Description = "Open the HTML report in the browser" };

    public RunOutput(Command command)
    {
        command.Add(_print);
        command.Add(_json);
        command.Add(_open);
    }

    /// <exception cref="UsageException">Two options want stdout.</exception>
    public Output Read(ParseResult parsed) => parsed.GetValue(_print) && parsed.GetValue(_json)
        ? throw new UsageException("--print and --json both write to stdout: leave out one of them")
        : new(
            parsed.GetValue(_json),
            parsed.GetValue(_open),
            parsed.GetValue<bool>(GlobalOptions.Verbose),
            parsed.GetValue(_print));
}
