using Yttl.Core.Failures;

namespace Yttl.Cli.Terminal;

/// <summary>Lines on stderr for people. Every line is made safe for the terminal here.</summary>
/// <param name="write">Writes one line. It is called for one line at a time.</param>
internal sealed class Messages(Action<string> write)
{
    private readonly Lock _oneAtATime = new();

    public Messages(TextWriter error)
        : this(error.WriteLine)
    {
    }

    public void Problem(string text) => Write($"yttl: {text}");

    public void Line(string text) => Write(text);

    public void Note(string text) => Write($"yttl: note: {text}");

    /// <summary>Writes the message. The category and the code of a failure are for JSON.</summary>
    /// <param name="place">
    /// Where the input was named, such as <c>list.txt line 3</c>; null when there is only one place.
    /// </param>
    public void Failure(Failure failure, string? place) =>
        Write($"yttl: {failure.Message}{(place is null ? "" : $" ({place})")}");

    public void Trace(Exception exception)
    {
        foreach (var line in exception.ToString().Split('\n'))
            Write(line);
    }

    private void Write(string line)
    {
        lock (_oneAtATime)
            write(SafeText.Line(line));
    }
}
