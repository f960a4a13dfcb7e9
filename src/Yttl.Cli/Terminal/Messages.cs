using Yttl.Core.Failures;

namespace Yttl.Cli.Terminal;

/// <summary>
/// Lines on stderr for people. Every line is made safe for the terminal here, worded as a clause, and wrapped between words
/// where a terminal is narrower; in a pipe each message is one line.
/// </summary>
/// <param name="write">Writes one line. It is called for one line at a time.</param>
/// <param name="isQuiet">Whether only problems and failures are written.</param>
/// <param name="width">Returns the columns of the terminal; null where there is none.</param>
/// <param name="letters">Replaces signs that the terminal has not; null where it has all.</param>
internal sealed class Messages(
    Action<string> write, bool isQuiet = false, Func<int>? width = null, Func<string, string>? letters = null)
{
    private const string Indent = "  ";

    private readonly Lock _oneAtATime = new();
    private Action<string> _write = write;

    public Messages(TextWriter error)
        : this(error.WriteLine)
    {
    }

    public Messages(CliContext surroundings)
        : this(
            surroundings.Error.WriteLine,
            surroundings.IsQuiet,
            surroundings.ErrorIsScreen ? () => surroundings.ErrorWidth : null,
            text => PlainLetters.In(surroundings.Error, text))
    {
    }

    public void Problem(string text) => Write($"yttl: {Clause.Format(SafeText.Line(text))}");

    public void Line(string text)
    {
        if (!isQuiet)
            Write(SafeText.Line(text));
    }

    public void Note(string text)
    {
        if (!isQuiet)
            Write($"yttl: note: {Clause.Format(SafeText.Line(text))}");
    }

    /// <summary>
    /// Writes the message. The category and the code of a failure are for JSON. A command to type stands on a line of its
    /// own.
    /// </summary>
    /// <param name="place">
    /// Where the input was named, such as <c>list.txt line 3</c>; null when there is only one place.
    /// </param>
    public void Failure(Failure failure, string? place)
    {
        var lines = failure.Message.Split('\n');
        var first = Clause.Format(SafeText.Line(lines[0]));
        Write($"yttl: {(place is null ? first : $"{SafeText.Line(place)}: {first}")}");
        foreach (var line in lines[1..])
            WriteAll(TextWrap.Command(SafeText.Line(line), Columns - Indent.Length).Select(part => Indent + part));
    }

    public void Trace(Exception exception)
    {
        foreach (var line in exception.ToString().Split('\n'))
            Write(SafeText.Line(line));
    }

    /// <summary>Writes elsewhere from now on, such as above bars.</summary>
    /// <returns>Where it wrote until now.</returns>
    public Action<string> Redirect(Action<string> write)
    {
        lock (_oneAtATime)
        {
            var before = _write;
            _write = write;
            return before;
        }
    }

    private int Columns => width?.Invoke() ?? int.MaxValue;

    /// <param name="line">Safe for the terminal.</param>
    private void Write(string line) => WriteAll(TextWrap.Lines(letters?.Invoke(line) ?? line, Columns, Indent));

    private void WriteAll(IEnumerable<string> lines)
    {
        lock (_oneAtATime)
            foreach (var line in lines)
                _write(line);
    }
}
