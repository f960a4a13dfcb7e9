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
    /// <summary>The names of all variables that are set.</summary>
    public IReadOnlyCollection<string> EnvironmentNames { get; init; } = [];

    public static CliContext OfThisProcess() => new(
        Console.Out,
        Console.Error,
        Console.OpenStandardInput,
        Environment.GetEnvironmentVariable,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected)
    {
        EnvironmentNames = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()],
    };
}
