namespace Yttl.Core.Settings;

/// <summary>All that one place says, and what is wrong with the place itself. Blank texts count as not said.</summary>
public sealed record Layer(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Problems)
{
    public static readonly Layer Empty = new([], []);

    /// <summary>What is odd and does no harm, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
