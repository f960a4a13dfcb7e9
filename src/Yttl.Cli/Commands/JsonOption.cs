using System.CommandLine;

namespace Yttl.Cli.Commands;

/// <summary>The option <c>--json</c> of the commands that print one document.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Print JSON" };
}
