using Spectre.Console;

namespace Yttl.Cli.Terminal;

internal static class Consoles
{
    /// <summary>
    /// Whether to show bars: on a terminal that can move its cursor, without <c>CI</c> and without <c>-q</c>. Colour is
    /// another question: <c>NO_COLOR</c> takes that alone.
    /// </summary>
    public static bool WantsBars(CliContext surroundings) =>
        surroundings is { ErrorIsScreen: true, IsQuiet: false } && !IsSet(surroundings, "CI") && !IsDumb(surroundings);

    public static IAnsiConsole OfError(CliContext surroundings) => Create(
        surroundings, new ScreenOutput(surroundings.Error, surroundings.ErrorIsScreen, () => surroundings.ErrorWidth));

    public static IAnsiConsole OfOutput(CliContext surroundings) => Create(
        surroundings, new ScreenOutput(surroundings.Output, surroundings.OutputIsScreen, () => surroundings.OutputWidth));

    /// <summary>A console without colours and with a fixed width.</summary>
    public static IAnsiConsole Plain(TextWriter output, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }

    /// <summary>Whether colour is wanted: https://no-color.org, and a terminal that has it.</summary>
    internal static bool WantsColor(CliContext surroundings) =>
        !surroundings.NoColor && !IsSet(surroundings, "NO_COLOR") && !IsDumb(surroundings);

    private static IAnsiConsole Create(CliContext surroundings, ScreenOutput output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = WantsColor(surroundings) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = output,
        });
        console.Profile.Capabilities.Unicode &= surroundings.IsUtf8;
        return console;
    }

    private static bool IsDumb(CliContext surroundings) => surroundings.ReadEnvironment("TERM") == "dumb";

    private static bool IsSet(CliContext surroundings, string name) =>
        !string.IsNullOrEmpty(surroundings.ReadEnvironment(name));
}
