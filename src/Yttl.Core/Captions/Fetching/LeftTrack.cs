using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>A track that was tried and gave no transcript.</summary>
/// <param name="Reason">A clause.</param>
/// <param name="Unreachable">Whether only the network stood in the way.</param>
/// <param name="Failure">What the user has to mend first, if that is why.</param>
internal sealed record LeftTrack(CaptionTrack Track, string Reason, bool Unreachable = false, Failure? Failure = null)
{
    /// <summary>Whether the site asked to be left alone for now.</summary>
    public bool RateLimited { get; init; }

    /// <summary>One sentence for the report.</summary>
    public string Note =>
        $"Left the {(Track.Kind == CaptionTrackKind.File ? "file " : "")}{NameOf(Track)}: {Reason.TrimEnd('.')}.";

    /// <summary>A track as people would call it: <c>manual captions in en (json3)</c>, or a file's name.</summary>
    public static string NameOf(CaptionTrack track)
    {
        var language = track.Language is { } tag ? $" in {tag}" : "";
        return track.Kind switch
        {
            CaptionTrackKind.File => CueText.OneLine(Path.GetFileName(track.Path) ?? ""),
            CaptionTrackKind.Embedded =>
                string.Create(CultureInfo.InvariantCulture, $"subtitle stream {track.StreamIndex}{language}"),
            CaptionTrackKind.Manual => $"manual captions{language}{FormatOf(track)}",
            CaptionTrackKind.Automatic => $"automatic captions{language}{FormatOf(track)}",
            _ => $"translated captions{language}{FormatOf(track)}",
        };
    }

    private static string FormatOf(CaptionTrack track) => track.Format is null ? "" : $" ({track.Format})";
}
