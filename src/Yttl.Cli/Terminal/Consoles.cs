using Spectre.Console;

namespace Yttl.Cli.Terminal;

internal static class Consoles
{
    /// <summary>
    /// Bars are for a person who watches: a terminal, no <c>NO_COLOR</c> (https://no-color.org), no <c>CI</c>, and a
    /// terminal that can move its cursor.
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

    /// <summary>No colours and no width but its own.</summary>
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
