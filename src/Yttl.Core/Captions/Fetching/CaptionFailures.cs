using System.Globalization;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Failures;
using Yttl.Core.Sources;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Explains why a video has no transcript from captions, and what the user can do about it.</summary>
internal static class CaptionFailures
{
    /// <summary>
    /// Prefers a failure that the user can fix, then one that may pass, because a track that could not be fetched may
    /// be usable. <c>captions.none</c> is the last.
    /// </summary>
    public static Failure From(Video video, IReadOnlyList<RejectedTrack> left) =>
        left.Select(track => track.Failure).FirstOrDefault(failure => failure is not null)
        ?? (left.Any(track => track.RateLimited) ? RateLimit(video) : null)
        ?? (left.LastOrDefault(track => track.Unreachable) is { } last ? Unreachable(video, last.Reason) : null)
        ?? (video.MediaPath is null && left is [{ Reason: CaptionReading.WithoutTimes, Track.Path: { } text }]
            ? WithoutTimes(text)
            : null)
        ?? new Failure(
            FailureCategory.Unavailable,
            "captions.none",
            $"{NameOf(video)} has no usable captions{Why(video, left)}: {Remedy(video)}");

    private static Failure WithoutTimes(string path) => new(
        FailureCategory.Input,
        "captions.no-times",
        $"{CueMarkup.OneLine(path)} is a text without times, and every sentence of a summary leads to its second: "
        + "give the recording, or captions with times (such as .vtt or .srt)");

    private static Failure RateLimit(Video video) => new(
        FailureCategory.RateLimit,
        "captions.rate-limit",
        $"the site gives no captions of {NameOf(video)} for now, because it limits the rate of requests: "
        + "wait some minutes and run the same command again");

    private static Failure Unreachable(Video video, string reason) => new(
        FailureCategory.Network,
        "captions.unreachable",
        $"the captions of {NameOf(video)} could not be fetched ({reason}): check the connection and run it again");

    private static string NameOf(Video video) => $"\"{CueMarkup.OneLine(video.Title)}\" ({CueMarkup.OneLine(video.Id)})";

    private static string Why(Video video, IReadOnlyList<RejectedTrack> left)
    {
        string?[] reasons =
        [
            left.DistinctBy(track => track.Reason).Count() switch
            {
                0 => null,
                1 => left[0].Reason,
                _ => string.Create(CultureInfo.InvariantCulture, $"{left.Count} tracks were tried, see the notes"),
            },
            video.CaptionsMissing,
            video.IsLive ? "it is live now" : null,
        ];
        return reasons.Any(reason => reason is not null)
            ? $" ({string.Join("; ", reasons.Where(reason => reason is not null))})"
            : "";
    }

    private static string RecognizeSpeech => $"have its speech recognised ({SettingName.For("whisper_model")} base)";

    private static string Remedy(Video video) => video switch
    {
        { MediaPath: not null } => $"put a .vtt or .srt file of the same name beside it, or {RecognizeSpeech}",
        { Url: null } => "save them again as .vtt or .srt",
        _ => $"try another language, give a .vtt or .srt file of it, or {RecognizeSpeech}",
    };
}
