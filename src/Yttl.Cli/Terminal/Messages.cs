using Yttl.Core.Failures;

namespace Yttl.Cli.Terminal;

/// <summary>Lines on stderr for people. Every line is made safe for the terminal here.</summary>
/// <param name="write">Writes one line. It is called for one line at a time.</param>
/// <param name="isQuiet">Whether only problems and failures are written.</param>
internal sealed class Messages(Action<string> write, bool isQuiet = false)
{
    private readonly Lock _oneAtATime = new();

    public Messages(TextWriter error)
        : this(error.WriteLine)
    {
    }

    public Messages(CliContext surroundings)
        : this(surroundings.Error.WriteLine, surroundings.IsQuiet)
    {
    }

    public void Problem(string text) => Write($"yttl: {text}");

    public void Line(string text)
    {
        if (!isQuiet)
            Write(text);
    }

    public void Note(string text)
    {
        if (!isQuiet)
            Write($"yttl: note: {text}");
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
        Problem(place is null ? lines[0] : $"{lines[0]} ({place})");
        foreach (var line in lines[1..])
            Write($"  {SafeText.Line(line)}", isSafe: true);
    }

    public void Trace(Exception exception)
    {
        foreach (var line in exception.ToString().Split('\n'))
            Write(line);
    }

    private void Write(string line, bool isSafe = false)
    {
        lock (_oneAtATime)
            write(isSafe ? line : SafeText.Line(line));
    }
}
