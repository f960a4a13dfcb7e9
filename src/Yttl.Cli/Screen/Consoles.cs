using Spectre.Console;

namespace Yttl.Cli.Screen;

internal static class Consoles
{
    /// <summary>
    /// Bars are for a person who watches: a terminal, no <c>NO_COLOR</c> (https://no-color.org), no <c>CI</c>, and a
    /// terminal that can move its cursor.
    /// </summary>
    public static bool WantsBars(Surroundings surroundings) =>
        surroundings.ErrorIsScreen
        && !IsSet(surroundings, "NO_COLOR")
        && !IsSet(surroundings, "CI")
        && surroundings.ReadEnvironment("TERM") != "dumb";

    public static IAnsiConsole OfError(Surroundings surroundings) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Error) });

    public static IAnsiConsole OfOutput(Surroundings surroundings) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(surroundings.Output) });

    private static bool IsSet(Surroundings surroundings, string name) =>
        !string.IsNullOrEmpty(surroundings.ReadEnvironment(name));
}
