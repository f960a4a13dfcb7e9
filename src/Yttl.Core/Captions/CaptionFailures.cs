using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions;

/// <summary>Why a video has no transcript from captions, and what its owner can do about it.</summary>
internal static class CaptionFailures
{
    public static Failure Of(Video video, IReadOnlyList<LeftTrack> left)
    {
        if (left.Count > 0 && left.All(track => track.Unreachable))
            return new Failure(
                FailureCategory.Network,
                "captions.unreachable",
                $"The captions of {NameOf(video)} could not be fetched ({left[^1].Reason}): "
                + "check the connection and run it again.");
        return left.Select(track => track.Failure).FirstOrDefault(failure => failure is not null) ?? new Failure(
            FailureCategory.Unavailable,
            "captions.none",
            $"There are no usable captions for {NameOf(video)} ({Why(left)}): {Remedy(video)}.");
    }

    private static string NameOf(Video video) => $"\"{CueText.OneLine(video.Title)}\" ({CueText.OneLine(video.Id)})";

    private static string Why(IReadOnlyList<LeftTrack> left) => left.Count switch
    {
        0 => "it has none",
        1 => left[0].Reason,
        _ => string.Create(CultureInfo.InvariantCulture, $"{left.Count} tracks were tried, see the notes"),
    };

    private static string Remedy(Video video) => video switch
    {
        { MediaPath: not null } => "put a .vtt or .srt file of the same name beside it",
        { Url: null } => "save them again as .vtt or .srt",
        _ => "try another language, or give a .vtt or .srt file of it as the source",
    };
}
