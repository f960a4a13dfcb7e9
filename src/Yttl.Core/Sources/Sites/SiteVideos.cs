using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources.Sites;

/// <summary>Resolves an address of one video.</summary>
internal sealed class SiteVideos(YtDlp ytDlp)
{
    /// <exception cref="YttlException">As <see cref="YtDlp.AskAsync"/>; <c>source.is-list</c>.</exception>
    public async Task<Video> ResolveAsync(Source source, CancellationToken cancellationToken)
    {
        var (json, warnings) = await AskForOneAsync(source, cancellationToken);
        if (json.LiveStatus is "is_upcoming")
            throw SiteFailures.Upcoming.For(source, SiteFailures.Upcoming.Quote(warnings) ?? AnnouncedFor(json));

        var video = YtDlpVideo.From(json, source);
        if (video.CaptionTracks is [] && video.IsLive)
            throw SiteFailures.LiveNow.For(source);
        if (video.CaptionTracks is [] && json.Formats is null or [])
        {
            if (SiteFailures.Find(warnings) is not null)
                throw await ytDlp.DiagnoseAsync(source, warnings, cancellationToken);
            if (json.LiveStatus is "post_live")
                throw SiteFailures.JustBroadcast.For(source);
        }

        return video with { CaptionsMissing = MissingCaptions.Find(json, video, warnings) };
    }

    private static string? AnnouncedFor(YtDlpJson json) =>
        json.ReleaseTimestamp is > 0 and < 253_402_300_800 and { } seconds
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
                .ToString("'announced for 'yyyy-MM-dd HH:mm' UTC'", CultureInfo.InvariantCulture)
            : null;

    private async Task<YtDlpAnswer> AskForOneAsync(Source source, CancellationToken cancellationToken)
    {
        var answer = await ytDlp.AskAsync(source, takeList: false, cancellationToken);
        if (!answer.Json.IsList)
            return answer;

        // A page with one embedded video is a list of one: it holds the video's JSON or its address.
        if (answer.Json.Entries is [{ Type: null or "video" } only])
            return answer with { Json = only };
        if (SiteList.Entries(answer.Json, source) is [{ Failure: null } link]
            && Source.Parse(link.Source) is var target
            && await ytDlp.AskAsync(target, takeList: false, cancellationToken) is { Json.IsList: false } inner)
            return inner;
        var count = answer.Json.Entries?.Count ?? 0;
        if (count is 0 && answer.Warnings is not "")
            throw await ytDlp.DiagnoseAsync(source, answer.Warnings, cancellationToken);
        throw new YttlException(FailureCategory.Input, "source.is-list", string.Create(
            CultureInfo.InvariantCulture,
            $"{source} is a list of {count} videos, not one; give the URL of one of them"));
    }
}
