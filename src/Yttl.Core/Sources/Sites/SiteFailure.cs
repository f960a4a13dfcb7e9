using Yttl.Core.Failures;

namespace Yttl.Core.Sources.Sites;

/// <summary>A way in which yt-dlp fails, recognised by its output.</summary>
/// <param name="Says">Continues the sentence after the source: <c>… is private</c>.</param>
/// <param name="Remedy">Says what to do next, in the words that the host has for its settings.</param>
/// <param name="Marks">yt-dlp's complaint contains one of these, in any case.</param>
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
    public bool Matches(string complaint) =>
        Marks.Any(mark => complaint.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <param name="detail">More about the cause, as a sentence; null for none.</param>
    public YttlException For(Source source, string? detail) =>
        new(Category, Code, $"{source} {Says}; {Remedy()}{(detail is null ? "" : $" ({detail})")}", Transient);
}
