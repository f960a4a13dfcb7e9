using System.Diagnostics.CodeAnalysis;

namespace Yttl.Core.Sources;

/// <summary>
/// The id of a YouTube playlist, of two characters (<c>WL</c>) or more. Only the form is checked, not whether the
/// playlist exists.
/// </summary>
public readonly record struct PlaylistId : IParsable<PlaylistId>
{
    private const int LongestKnown = 100;

    private readonly string? _value;

    private PlaylistId(string value) => _value = value;

    public override string ToString() => _value ?? throw new InvalidOperationException("An empty playlist id.");

    public static PlaylistId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a YouTube playlist id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlaylistId result)
    {
        var valid = s is { Length: >= 2 and <= LongestKnown } && s.All(YouTubeAddress.IsIdCharacter);
        result = valid ? new PlaylistId(s!) : default;
        return valid;
    }
}
