namespace Yttl.Core.Reports.Html;

/// <summary>
/// An address that may stand in a link: a web page, a place in this page, or a file beside it. No other address can be
/// made.
/// </summary>
internal readonly record struct LinkTarget
{
    private readonly string? _address;

    private LinkTarget(string address) => _address = address;

    public string Address => _address ?? "#";

    /// <summary>
    /// Null for any scheme but http and https, such as <c>javascript:</c>, <c>data:</c> or <c>file:</c>.
    /// </summary>
    public static LinkTarget? Web(Uri? page) =>
        page is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? new LinkTarget(page.AbsoluteUri) : null;

    /// <param name="id">The id of an element: a constant with a number.</param>
    public static LinkTarget Here(string id) => new($"#{Uri.EscapeDataString(id)}");

    /// <summary>The line of this page's transcript that begins in the second of <paramref name="at"/>.</summary>
    public static LinkTarget Here(TimeSpan at) => new($"#{Second(at)}");

    /// <summary>
    /// A time as a media fragment, which is the id of a line too: https://www.w3.org/TR/media-frags/#naming-time. Browsers
    /// open a file at that time, and this page at that line, without a script.
    /// </summary>
    public static string Second(TimeSpan at) => FormattableString.Invariant($"t={(long)Math.Max(0, Math.Floor(at.TotalSeconds))}");

    /// <param name="relativePath">
    /// A path with any separators. Each name is percent-encoded, so a colon in it never makes a scheme.
    /// </param>
    public static LinkTarget File(string relativePath, TimeSpan? at = null)
    {
        var names = relativePath.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var address = "./" + string.Join('/', names.Select(Uri.EscapeDataString));
        return new(at is { } time ? $"{address}#{Second(time)}" : address);
    }
}
