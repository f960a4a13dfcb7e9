namespace Yttl.Core.Settings;

/// <summary>One value as somebody wrote it.</summary>
/// <param name="Key">As written; perhaps not a key that exists.</param>
/// <param name="Origin">
/// Where it was written, for people: <c>--length</c>, <c>YTTL_LENGTH</c>, <c>./yttl.json</c>.
/// </param>
public sealed record Entry(string Key, string Text, string Origin)
{
    /// <summary>It stands in <c>./yttl.json</c>.</summary>
    public bool FromProjectFile { get; init; }
}
