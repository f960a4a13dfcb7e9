namespace Yttl.Cli.Terminal;

/// <summary>The process as commands see it: streams, environment and terminal.</summary>
/// <param name="OpenInput">Opens stdin.</param>
/// <param name="ReadEnvironment">Returns the value of a variable; null where it is not set.</param>
/// <param name="OutputIsScreen">Whether stdout goes to a terminal, not to a file or a pipe.</param>
/// <param name="ErrorIsScreen">Whether stderr goes to a terminal.</param>
internal sealed record CliContext(
    TextWriter Output,
    TextWriter Error,
    Func<Stream> OpenInput,
    Func<string, string?> ReadEnvironment,
    bool OutputIsScreen,
    bool ErrorIsScreen)
{
    /// <summary>Columns of text that goes to a file or a pipe, where it is wrapped at all.</summary>
    public const int PipeWidth = 80;

    /// <summary>Below this, nothing can be laid out; some programs report 0.</summary>
    private const int LeastWidth = 20;

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>The names of all variables that are set.</summary>
    public IReadOnlyCollection<string> EnvironmentNames { get; init; } = [];

    /// <summary>Whether stdin is a terminal.</summary>
    public bool InputIsScreen { get; init; }

    /// <summary>Returns the columns of the terminal.</summary>
    public Func<int> ScreenWidth { get; init; } = () => PipeWidth;

    /// <summary>Whether only results and failures are written (<c>-q</c>).</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether <c>--no-color</c> is given.</summary>
    public bool NoColor { get; init; }

    /// <summary>The columns that text on stdout may take.</summary>
    public int OutputWidth => OutputIsScreen ? Math.Max(LeastWidth, ScreenWidth()) : PipeWidth;

    /// <summary>The columns of the terminal on stderr.</summary>
    public int ErrorWidth => Math.Max(LeastWidth, ScreenWidth());

    /// <summary>
    /// Whether the locale has every letter, so that bars and dots may be drawn with them. Without any of the variables of
    /// POSIX (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html) it is taken for UTF-8, as
    /// containers have none of them.
    /// </summary>
    public bool IsUtf8 =>
        LocaleVariables.Select(ReadEnvironment).FirstOrDefault(text => !string.IsNullOrEmpty(text)) is not { } locale
        || locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same with signs of ASCII alone on a terminal whose locale has no others.</summary>
    public CliContext InItsLetters() => IsUtf8 ? this : this with
    {
        Output = OutputIsScreen ? new PlainLetters(Output) : Output,
        Error = ErrorIsScreen ? new PlainLetters(Error) : Error,
    };

    /// <summary>A text as stdout shows it: one line, safe, in the letters that a terminal has.</summary>
    public string Shown(string text) => PlainLetters.In(Output, SafeText.Line(text));

    /// <summary>
    /// Writes a line to stdout, made safe, and on a terminal wrapped between words. Spaces at its beginning indent all of it.
    /// </summary>
    public void WriteLine(string text)
    {
        var indent = text[..^text.TrimStart(' ').Length];
        var width = OutputIsScreen ? OutputWidth : int.MaxValue;
        foreach (var line in TextWrap.Lines(Shown(text), width - indent.Length, "  "))
            Output.WriteLine(indent + line);
    }

    public static CliContext OfThisProcess() => new(
        Console.Out,
        Console.Error,
        Console.OpenStandardInput,
        Environment.GetEnvironmentVariable,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected)
    {
        EnvironmentNames = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()],
        InputIsScreen = !Console.IsInputRedirected,
        ScreenWidth = () => Console.WindowWidth,
    };
}
