using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Sources;

/// <summary>Distinguishes addresses, files, folders and ids.</summary>
internal static partial class SourceText
{
    private const string ZeroCharacter = "it contains a zero character";

    /// <param name="exists">Whether there is a file or a folder of that name.</param>
    /// <param name="isFolder">Whether a full path is that of a folder.</param>
    /// <returns>Exactly one of the two.</returns>
    public static (Source? Source, Failure? Failure) Read(
        string text, Func<string, bool> exists, Func<string, bool> isFolder)
    {
        var trimmed = WithoutEscapes(text.Trim(), exists);
        if (trimmed is "")
            return Failed("source.empty", "no source is given: give a URL, a media file, a caption file, or a folder of them");
        if (text.Contains('\0'))
            return Unsupported(text.Replace('\0', '?'), ZeroCharacter);
        if (trimmed.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return FromFileAddress(trimmed, isFolder);
        if (Scheme().IsMatch(trimmed))
        {
            return FromAddress(trimmed) is { } page
                ? (page, null)
                : Unsupported(trimmed, WebScheme().IsMatch(trimmed)
                    ? "it is not a valid URL"
                    : "only http and https addresses can be read");
        }

        if (Path.IsPathFullyQualified(text) || exists(text))
            return (FromPath(text, isFolder), null);
        return (FromBareYouTube(trimmed) ?? FromPath(trimmed, isFolder), null);
    }

    /// <summary>
    /// Removes the backslashes that a shell puts before <c>?</c>, <c>=</c> and <c>&amp;</c> when an address is pasted, and
    /// the escapes of JSON. No address has a backslash of its own (RFC 3986, section 2.2).
    /// </summary>
    /// <returns>The text itself, unless it is an address with escapes and no file of that name exists.</returns>
    private static string WithoutEscapes(string text, Func<string, bool> exists)
    {
        if (!text.Contains('\\') || text.Contains('\0') || Path.IsPathFullyQualified(text) || exists(text))
            return text;
        var plain = Escape().Replace(
            JsonEscape().Replace(text, escape => $"{(char)Convert.ToUInt16(escape.Groups[1].Value, 16)}"), "");
        return WebScheme().IsMatch(plain) || FromBareYouTube(plain) is not null ? plain : text;
    }

    /// <summary>Reads an http or https address only, so that a web page cannot list a file of this machine.</summary>
    public static Source? FromAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host is not ""
            ? YouTubeAddress.Read(uri) ?? new WebPage(uri)
            : null;

    private static (Source?, Failure?) FromFileAddress(string text, Func<string, bool> isFolder) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri is not { IsFile: true, Host: "" }
            ? Unsupported(text, "a file URL is written file:///path/of/the/file")
            : uri.LocalPath.Contains('\0') ? Unsupported(text, ZeroCharacter)
            : (FromPath(uri.LocalPath, isFolder), null);

    private static Source FromPath(string path, Func<string, bool> isFolder)
    {
        var full = Path.GetFullPath(path);
        return isFolder(full) ? new MediaFolder(Path.TrimEndingDirectorySeparator(full))
            : CaptionFile.IsNameOfOne(full) ? new CaptionFile(full)
            : new MediaFile(full);
    }

    private static Source? FromBareYouTube(string text)
    {
        if (VideoId.TryParse(text, null, out var video))
            return new YouTubeVideo(video, null);
        if (BarePlaylist().IsMatch(text) && PlaylistId.TryParse(text, null, out var playlist))
            return new YouTubePlaylist(playlist);
        return Uri.TryCreate("https://" + text, UriKind.Absolute, out var uri)
            ? YouTubeAddress.Read(uri) ?? (YouTubeAddress.IsYouTube(uri) ? new WebPage(uri) : null)
            : null;
    }

    private static (Source?, Failure?) Unsupported(string text, string reason) =>
        Failed("source.unsupported", $"'{PlainText.OneLine(text)}' is not a source: {reason}");

    private static (Source?, Failure?) Failed(string code, string message) =>
        (null, new Failure(FailureCategory.Input, code, message));

    [GeneratedRegex("^[a-z][a-z0-9+.-]*://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebScheme();

    /// <summary>One backslash or several before anything but a letter, a digit or the next backslash.</summary>
    [GeneratedRegex(@"\\+(?![0-9A-Za-z\\])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    /// <summary>An ASCII character as JSON escapes it: <c>\u0026</c> for <c>&amp;</c>.</summary>
    [GeneratedRegex(@"\\u(00[2-7][0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JsonEscape();

    // The prefixes are yt-dlp's, https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/extractor/youtube/_base.py
    // (_PLAYLIST_ID_RE); shorter ids, such as WL, could be the name of anything.
    [GeneratedRegex("^(?:PL|LL|EC|UU|FL|RD|UL|TL|PU|OLAK5uy_)[0-9A-Za-z_-]{10,}$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePlaylist();
}
