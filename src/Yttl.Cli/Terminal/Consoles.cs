using Spectre.Console;

namespace Yttl.Cli.Terminal;

internal static class Consoles
{
    /// <summary>
    /// Whether to show bars: on a terminal that can move its cursor, without <c>NO_COLOR</c> (https://no-color.org) and
    /// without <c>CI</c>.
    /// </summary>
    public static bool WantsBars(CliContext surroundings) =>
        surroundings.ErrorIsScreen
        && !IsSet(surroundings, "NO_COLOR")
        && !IsSet(surroundings, "CI")
        && surroundings.ReadEnvironment("TERM") != "dumb";

    public static IAnsiConsole OfError(CliContext surroundings) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) });

    public static IAnsiConsole OfOutput(CliContext surroundings) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Output) });

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

    private static bool IsSet(CliContext surroundings, string name) =>
        !string.IsNullOrEmpty(surroundings.ReadEnvironment(name));
}
