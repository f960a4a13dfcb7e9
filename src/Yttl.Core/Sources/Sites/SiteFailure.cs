using System.Text.RegularExpressions;
using Yttl.Core.Failures;

namespace Yttl.Core.Sources.Sites;

/// <summary>A way in which yt-dlp fails, recognised by its output.</summary>
/// <param name="Says">Continues the sentence after the source: <c>… is private</c>.</param>
/// <param name="Remedy">Says what to do next, in the words that the host has for its settings.</param>
/// <param name="Marks">
/// Regular expressions, in any case; <see cref="YtDlpComplaint.Plain"/> of the complaint matches one of these.
/// </param>
/// <param name="Transient">Whether the same call may succeed a little later.</param>
/// <param name="MayBeTheTool">
/// Whether an old yt-dlp, or one without a JavaScript runtime, fails in the same way.
/// </param>
internal sealed record SiteFailure(
    string Code,
    FailureCategory Category,
    string Says,
    Func<string> Remedy,
    string[] Marks,
    bool Transient = false,
    bool MayBeTheTool = false)
{
    private Regex? _pattern;

    /// <summary>
    /// Whether the message quotes yt-dlp: the code does not say which hour, country or answer it was.
    /// </summary>
    public bool Quotes { get; init; }

    /// <summary>Returns the words of a complaint that belong into the message; null for none.</summary>
    public string? Quote(string complaint)
    {
        if (!Quotes)
            return null;
        var lines = complaint.Split('\n');
        var line = lines.FirstOrDefault(YtDlpComplaint.NamesCountries)
            ?? lines.FirstOrDefault(line => IsIn(YtDlpComplaint.Plain(line)));
        return line is null ? null : YtDlpComplaint.Words(line);
    }

    /// <param name="quote">yt-dlp's own words; null for none.</param>
    /// <param name="advice">What to do about yt-dlp itself; null for nothing.</param>
    public YttlException For(Source source, string? quote = null, string? advice = null) => new(
        Category,
        Code,
        $"{source} {Says}{(quote is null ? "" : $" (\"{quote}\")")}; {Remedy()}{(advice is null ? "" : $" ({advice})")}",
        Transient);

    /// <param name="plain">As <see cref="YtDlpComplaint.Plain"/> returns it.</param>
    public bool IsIn(string plain) =>
        Marks is not [] && (_pattern ??= new Regex(
            string.Join('|', Marks),
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1))).IsMatch(plain);
}
