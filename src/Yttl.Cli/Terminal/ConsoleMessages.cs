using Spectre.Console;

namespace Yttl.Cli.Terminal;

/// <summary>Messages that scroll by above a live display.</summary>
internal sealed class ConsoleMessages(IAnsiConsole console) : Messages(TextWriter.Null)
{
    protected override void Write(string line) => console.WriteLine(SafeText.Line(line));
}
