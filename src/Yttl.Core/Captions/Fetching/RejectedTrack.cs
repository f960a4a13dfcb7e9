using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>A track that was tried and gave no transcript.</summary>
/// <param name="Reason">Why it was rejected, as a clause.</param>
/// <param name="Unreachable">
/// Whether the network or the site's load is the cause, of one of its formats at least.
/// </param>
/// <param name="Failure">What the user has to fix first; null where nothing is to be fixed.</param>
internal sealed record RejectedTrack(CaptionTrack Track, string Reason, bool Unreachable = false, Failure? Failure = null)
{
    /// <summary>Whether the site limited the rate of requests.</summary>
    public bool RateLimited { get; init; }

    /// <summary>Joins what the formats of one track were rejected for.</summary>
    /// <param name="formats">At least one, in the order in which they were tried.</param>
    public static RejectedTrack From(IReadOnlyList<RejectedTrack> formats) => formats is [var only]
        ? only
        : new RejectedTrack(
            formats[0].Track with { Format = null },
            string.Join("; ", formats
                .GroupBy(one => one.Reason.TrimEnd('.'))
                .Select(alike => $"as {string.Join(" and ", alike.Select(one => one.Track.Format))} {alike.Key}")),
            formats.Any(one => one.Unreachable),
            formats.Select(one => one.Failure).FirstOrDefault(failure => failure is not null))
        {
            RateLimited = formats.Any(one => one.RateLimited),
        };

    /// <summary>The reason as one sentence for the report.</summary>
    public string Note => $"Skipped the {DescriptionOf(Track)}: {Reason.TrimEnd('.')}.";

    /// <summary>The name as it stands after <c>the</c>: <c>file talk.vtt</c>.</summary>
    public static string DescriptionOf(CaptionTrack track) =>
        $"{(track.Kind == CaptionTrackKind.File ? "file " : "")}{NameOf(track)}";

    /// <summary>Describes a track for people: <c>manual captions in en (json3)</c>, or the file's name.</summary>
    public static string NameOf(CaptionTrack track)
    {
        var language = track.Language is { } tag ? $" in {tag}" : "";
        return track.Kind switch
        {
            CaptionTrackKind.File => CueMarkup.OneLine(Path.GetFileName(track.Path) ?? ""),
            CaptionTrackKind.Embedded =>
                string.Create(CultureInfo.InvariantCulture, $"subtitle stream {track.StreamIndex}{language}{TitleOf(track)}"),
            CaptionTrackKind.Manual => $"manual captions{language}{FormatOf(track)}",
            CaptionTrackKind.Automatic => $"automatic captions{language}{FormatOf(track)}",
            _ => $"translated captions{language}{FormatOf(track)}",
        };
    }

    private static string TitleOf(CaptionTrack track) =>
        track.Name is { } title ? $" ({CueMarkup.OneLine(title)})"
        : track.Role is CaptionRole.Forced ? " (forced)"
        : track.Role is CaptionRole.Commentary ? " (commentary)"
        : "";

    private static string FormatOf(CaptionTrack track) => track.Format is null ? "" : $" ({track.Format})";
}
