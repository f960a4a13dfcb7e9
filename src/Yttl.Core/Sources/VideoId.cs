using System.Diagnostics.CodeAnalysis;

namespace Yttl.Core.Sources;

/// <summary>
/// A YouTube video's id: eleven letters, digits, <c>-</c> or <c>_</c>. The shape is checked, not that it exists.
/// </summary>
public readonly record struct VideoId : IParsable<VideoId>
{
    private readonly string? _value;

    private VideoId(string value) => _value = value;

    public override string ToString() => _value ?? throw new InvalidOperationException("An empty video id.");

    public static VideoId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a YouTube video id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VideoId result)
    {
        // Two words that stand where an id does are eleven characters long: /embed/videoseries, /embed/live_stream.
        var valid = s is { Length: 11 } and not ("videoseries" or "live_stream") && s.All(YouTubeAddress.IsIdCharacter);
        result = valid ? new VideoId(s!) : default;
        return valid;
    }
}
