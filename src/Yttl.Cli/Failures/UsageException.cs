namespace Yttl.Cli.Failures;

/// <summary>The command line or the configuration is wrong: exit code 2 and one line per problem.</summary>
internal sealed class UsageException(params IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
