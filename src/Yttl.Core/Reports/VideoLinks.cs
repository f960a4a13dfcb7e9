using System.Globalization;
using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Reports;

/// <summary>
/// Links that open a video's page at a time. Times are whole seconds, rounded down, so that a link never opens after
/// the words. The links are made by code, never by a model.
/// </summary>
public static partial class VideoLinks
{
    /// <param name="page">The page for people. Untrusted.</param>
    /// <param name="extractor">yt-dlp's name for the site: <c>youtube</c>, <c>twitch:vod</c>, <c>vimeo</c>, …</param>
    /// <param name="time">A time before the start counts as the start.</param>
    /// <returns>Null without a page, and for any scheme but http and https, such as <c>javascript:</c>.</returns>
    public static Uri? At(Uri? page, string extractor, TimeSpan time)
    {
        if (Page(page) is not { } web)
            return null;
        var seconds = (long)Math.Max(0, Math.Floor(time.TotalSeconds));
        return Site(extractor) switch
        {
            "youtube" when YouTubeId(web) is { } id => Invariant($"https://www.youtube.com/watch?v={id}&t={seconds}s"),
            "twitch" when web.AbsolutePath.StartsWith("/videos/", StringComparison.Ordinal) =>
                With(web, query: FormattableString.Invariant(
                    $"t={seconds / 3600}h{seconds / 60 % 60}m{seconds % 60}s")),
            _ when LeadsElsewhere(web.Fragment) => web,
            "vimeo" => With(web, web.Query, FormattableString.Invariant($"t={seconds}s")),
            _ => With(web, web.Query, FormattableString.Invariant($"t={seconds}")),
        };
    }

    /// <summary>
    /// The page itself, without a name, a password and the values of parameters that give access; null for any scheme but
    /// http and https.
    /// </summary>
    public static Uri? Page(Uri? page) => page is { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? Redaction.Of(With(page, page.Query, page.Fragment))
        : null;

    /// <summary>
    /// Some pages differ only in their fragment (<c>#/watch/42</c>), which matters more than the time.
    /// </summary>
    private static bool LeadsElsewhere(string fragment) =>
        fragment.Length > 1 && !fragment.StartsWith("#t=", StringComparison.Ordinal);

    private static string Site(string extractor) => extractor.Split(':')[0].ToLowerInvariant();

    private static Uri Invariant(FormattableString address) => new(address.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// Removes a name and password from the address, as the report may be passed on, and a port that its scheme has anyway.
    /// </summary>
    private static Uri With(Uri page, string query = "", string fragment = "") =>
        new UriBuilder(page)
        {
            UserName = "", Password = "", Query = query, Fragment = fragment, Port = page.IsDefaultPort ? -1 : page.Port,
        }.Uri;

    private static string? YouTubeId(Uri page)
    {
        if (IdInQuery().Match(page.Query) is { Success: true } query)
            return query.Groups[1].Value;
        return IdInPath().Match(page.AbsolutePath) is { Success: true } path ? path.Groups[1].Value : null;
    }

    // Neither repeats without a limit, so both take linear time, and code that the compiler has made starts at once.
    [GeneratedRegex(@"[?&]v=([A-Za-z0-9_-]{11})(?:&|\z)")]
    private static partial Regex IdInQuery();

    [GeneratedRegex(@"\A/(?:shorts/|live/|embed/|v/)?([A-Za-z0-9_-]{11})/?\z")]
    private static partial Regex IdInPath();
}
