using System.Text;

namespace Yttl.Benchmarks;

/// <summary>Keeps what is printed, beside printing it, until it is disposed.</summary>
internal sealed class EchoedConsole : IDisposable
{
    private readonly TextWriter _console = Console.Out;
    private readonly StringWriter _kept = new();

    public EchoedConsole() => Console.SetOut(new Echo(_console, _kept));

    public string Printed => _kept.ToString();

    public void Dispose() => Console.SetOut(_console);

    private sealed class Echo(TextWriter first, TextWriter second) : TextWriter
    {
        public override Encoding Encoding => first.Encoding;

        public override void Write(char value)
        {
            first.Write(value);
            second.Write(value);
        }

        public override void Write(string? value)
        {
            first.Write(value);
            second.Write(value);
        }

        public override void WriteLine(string? value) => Write(value + "\n");
    }
}
