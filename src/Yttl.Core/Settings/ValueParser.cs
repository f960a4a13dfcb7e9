namespace Yttl.Core.Settings;

public delegate bool Reader<T>(string text, out T value);

/// <summary>The accepted texts of a setting, and how they are read. Reading never depends on the culture.</summary>
/// <param name="HelpName">The value's name in the help, behind the flag: <c>N|auto</c>; null for a switch.</param>
/// <param name="Expected">Completes "expected …": the accepted values with their unit and range.</param>
/// <param name="Format">Turns a value into a text that reads as this value; blank for none.</param>
/// <param name="Bounds">Null where the value is not a number.</param>
/// <param name="Many">Whether the flag may be repeated. The texts are joined by commas.</param>
public sealed record ValueParser<T>(
    string? HelpName,
    string Expected,
    Reader<T> Read,
    Func<T, string> Format,
    Bounds? Bounds = null,
    bool Many = false);
