namespace Yttl.Cli.Settings;

/// <summary>One value as somebody wrote it.</summary>
/// <param name="Key">As written; perhaps not a key that exists.</param>
/// <param name="Origin">
/// Where it was written, for people: <c>--length</c>, <c>YTTL_LENGTH</c>, <c>./yttl.json</c>.
/// </param>
internal sealed record Entry(string Key, string Text, string Origin)
{
    /// <summary>It stands in <c>./yttl.json</c>.</summary>
    public bool CameWithAFolder { get; init; }
}

/// <summary>All that one place says, and what is wrong with the place itself. Blank texts count as not said.</summary>
internal sealed record Layer(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Problems)
{
    public static readonly Layer Empty = new([], []);

    /// <summary>What is odd and does no harm, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
