namespace Yttl.Cli.Terminal;

/// <summary>The process as commands see it.</summary>
/// <param name="OpenInput">Opens stdin.</param>
/// <param name="ReadEnvironment">A variable's value; null when it is not set.</param>
/// <param name="OutputIsScreen">Stdout goes to a terminal, not to a file or a pipe.</param>
/// <param name="ErrorIsScreen">Stderr goes to a terminal.</param>
internal sealed record CliContext(
    TextWriter Output,
    TextWriter Error,
    Func<Stream> OpenInput,
    Func<string, string?> ReadEnvironment,
    bool OutputIsScreen,
    bool ErrorIsScreen)
{
    /// <summary>Of every variable that is set.</summary>
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
