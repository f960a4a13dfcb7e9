namespace Yttl.Cli.Runs;

/// <summary>How the results of a command are shown.</summary>
/// <param name="Print">Whether stdout has the summaries, not the paths of their reports.</param>
internal sealed record Output(bool Json, bool Open, bool Verbose, bool Print = false);
