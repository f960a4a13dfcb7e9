using System.Diagnostics.CodeAnalysis;

namespace Yttl.Core.Sources;

/// <summary>
/// A YouTube playlist's id. Its length varies from two characters (<c>WL</c>) up; the shape is checked, not that it
/// exists.
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
