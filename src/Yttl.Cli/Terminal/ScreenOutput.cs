using System.Text;
using Spectre.Console;

namespace Yttl.Cli.Terminal;

/// <summary>Tells Spectre what <see cref="CliContext"/> knows: it recognises a terminal by the writer of the process alone.</summary>
internal sealed class ScreenOutput(TextWriter writer, bool isTerminal, Func<int> width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => isTerminal;

    public int Width => width();

    public int Height { get; } = new AnsiConsoleOutput(writer).Height;

    public void SetEncoding(Encoding encoding)
    {
    }
}
