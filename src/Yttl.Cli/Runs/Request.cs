namespace Yttl.Cli.Runs;

/// <summary>One source to summarise.</summary>
/// <param name="Place">Where the source was named, such as <c>list.txt line 3</c>; null for the command line.</param>
internal sealed record Request(string Source, string? Place = null);
