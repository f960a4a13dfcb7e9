using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>A track that was tried and gave no transcript.</summary>
/// <param name="Reason">Why it was rejected, as a clause.</param>
/// <param name="Unreachable">Whether the network or the site's load is the only cause.</param>
/// <param name="Failure">What the user has to fix first; null where nothing is to be fixed.</param>
internal sealed record RejectedTrack(CaptionTrack Track, string Reason, bool Unreachable = false, Failure? Failure = null)
{
    /// <summary>Whether the site limited the rate of requests.</summary>
    public bool RateLimited { get; init; }

    /// <summary>The reason as one sentence for the report.</summary>
    public string Note =>
        $"Skipped the {(Track.Kind == CaptionTrackKind.File ? "file " : "")}{NameOf(Track)}: {Reason.TrimEnd('.')}.";

    /// <summary>Describes a track for people: <c>manual captions in en (json3)</c>, or the file's name.</summary>
    public static string NameOf(CaptionTrack track)
    {
        var language = track.Language is { } tag ? $" in {tag}" : "";
        return track.Kind switch
        {
            CaptionTrackKind.File => CueMarkup.OneLine(Path.GetFileName(track.Path) ?? ""),
            CaptionTrackKind.Embedded =>
                string.Create(CultureInfo.InvariantCulture, $"subtitle stream {track.StreamIndex}{language}"),
            CaptionTrackKind.Manual => $"manual captions{language}{FormatOf(track)}",
            CaptionTrackKind.Automatic => $"automatic captions{language}{FormatOf(track)}",
            _ => $"translated captions{language}{FormatOf(track)}",
        };
    }

    private static string FormatOf(CaptionTrack track) => track.Format is null ? "" : $" ({track.Format})";
}
