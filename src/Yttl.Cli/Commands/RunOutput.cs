using System.CommandLine;
using Yttl.Cli.Runs;

namespace Yttl.Cli.Commands;

/// <summary>The options of <c>summarize</c> and <c>batch</c> that set how results are shown.</summary>
internal sealed class RunOutput
{
    /// <summary>An option of every command.</summary>
    public const string Verbose = "--verbose";

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON document of all results on stdout, nothing else",
    };
    private readonly Option<bool> _open = new("--open") { Description = "Open the HTML report in the browser" };

    public RunOutput(Command command)
    {
        command.Add(_json);
        command.Add(_open);
    }

    public Output Read(ParseResult parsed) =>
        new(parsed.GetValue(_json), parsed.GetValue(_open), parsed.GetValue<bool>(Verbose));
}
