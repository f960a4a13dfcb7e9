using System.Globalization;
using System.Text;

namespace Yttl.Cli.Terminal;

/// <summary>
/// A terminal whose locale has no letters beyond those of ASCII: signs that YTTL draws and writes with are replaced.
/// The words of a video stay as they are.
/// </summary>
internal sealed class PlainLetters : TextWriter
{
    private readonly TextWriter _terminal;

    public PlainLetters(TextWriter terminal)
        : base(CultureInfo.InvariantCulture)
    {
        _terminal = terminal;
        NewLine = terminal.NewLine;
    }

    /// <summary>
    /// Returns a text as the terminal shows it, before it is laid out: some of these signs take several columns.
    /// </summary>
    public static string In(TextWriter terminal, string text) => terminal is PlainLetters ? Replace(text) : text;

    public override Encoding Encoding => _terminal.Encoding;

    public override void Write(char value)
    {
        if (Plain(value) is { } text)
            _terminal.Write(text);
        else
            _terminal.Write(value);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => _terminal.Write(Replace(buffer));

    public override void Flush() => _terminal.Flush();

    private static string Replace(ReadOnlySpan<char> text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (Plain(letter) is { } plain)
                replaced.Append(plain);
            else
                replaced.Append(letter);
        return replaced.ToString();
    }

    private static string? Plain(char letter) => letter switch
    {
        '…' => "...",
        '–' or '—' or '‐' or '‑' or '−' or '─' => "-",
        '×' => "x",
        '÷' => "/",
        '█' or '━' => "#",
        '·' or '•' => "*",
        '“' or '”' => "\"",
        '‘' or '’' => "'",
        '→' => "->",
        '≤' => "<=",
        '≥' => ">=",
        '\u00A0' or '\u202F' => " ",
        _ => null,
    };
}
