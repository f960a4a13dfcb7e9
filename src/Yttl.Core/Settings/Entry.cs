namespace Yttl.Core.Settings;

/// <summary>One value, as the user wrote it.</summary>
/// <param name="Key">As written; it may be an unknown key.</param>
/// <param name="Origin">
/// Where the value stands, for people: <c>--length</c>, <c>YTTL_LENGTH</c>, <c>./yttl.json</c>.
/// </param>
public sealed record Entry(string Key, string Text, string Origin)
{
    /// <summary>Whether it stands in <c>./yttl.json</c>.</summary>
    public bool FromProjectFile { get; init; }
}
