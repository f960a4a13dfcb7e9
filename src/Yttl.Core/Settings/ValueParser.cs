namespace Yttl.Core.Settings;

public delegate bool Reader<T>(string text, out T value);

/// <summary>What a setting's text may look like, and how it is read. Reading never depends on the culture.</summary>
/// <param name="HelpName">What stands behind the flag in the help: <c>N|auto</c>; null for a switch.</param>
/// <param name="Expected">Completes "expected …": the accepted values with their unit and range.</param>
/// <param name="Format">The other way: a text that reads as this value; blank for none.</param>
/// <param name="Bounds">Null for what is no number.</param>
/// <param name="Many">The flag may be repeated; the texts are joined by commas.</param>
public sealed record ValueParser<T>(
    string? HelpName,
    string Expected,
    Reader<T> Read,
    Func<T, string> Format,
    Bounds? Bounds = null,
    bool Many = false);
