namespace Yttl.Cli.Runs;

/// <summary>How the results of a command are shown.</summary>
internal sealed record Output(bool Json, bool Open, bool Verbose);
