using Yttl.Core.Failures;

namespace Yttl.Core.Sources.Sites;

/// <summary>A way in which yt-dlp fails, told by what it prints.</summary>
/// <param name="Says">Goes on after the source: <c>… is private</c>.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Marks">Any of these, in any case, is in what yt-dlp complains of.</param>
/// <param name="Transient">Whether the same call may succeed a little later.</param>
/// <param name="MayBeTheTool">Whether an old yt-dlp, or one without JavaScript, fails in the same way.</param>
internal sealed record SiteFailure(
    string Code,
    FailureCategory Category,
    string Says,
    string Remedy,
    string[] Marks,
    bool Transient = false,
    bool MayBeTheTool = false)
{
    public bool Matches(string complaint) =>
        Marks.Any(mark => complaint.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <param name="detail">What else is known, as a sentence; null for nothing.</param>
    public YttlException For(Source source, string? detail) =>
        new(Category, Code, $"{source} {Says}; {Remedy}{(detail is null ? "" : $" ({detail})")}", Transient);
}
