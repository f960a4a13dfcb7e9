using System.Diagnostics.CodeAnalysis;

namespace Yttl.Core.Sources;

/// <summary>
/// The id of a YouTube video: eleven letters, digits, <c>-</c> or <c>_</c>. Only the form is checked, not whether the
/// video exists.
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
        // Two words in the place of an id have eleven characters: /embed/videoseries, /embed/live_stream.
        var valid = s is { Length: 11 } and not ("videoseries" or "live_stream") && s.All(YouTubeAddress.IsIdCharacter);
        result = valid ? new VideoId(s!) : default;
        return valid;
    }
}
