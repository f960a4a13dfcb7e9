namespace Yttl.Core.Settings;

/// <summary>All values of one place, and the problems of the place itself. Blank texts count as no value.</summary>
public sealed record Layer(IReadOnlyList<Entry> Entries, IReadOnlyList<string> Problems)
{
    public static readonly Layer Empty = new([], []);

    /// <summary>What is odd but harmless, one line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
