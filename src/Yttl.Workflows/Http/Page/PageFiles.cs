namespace Yttl.Workflows.Http.Page;

/// <summary>
/// The files of the page, which any host may serve beside the contract. They hold no data and need no key; the calls that
/// the page makes do.
/// </summary>
public static class PageFiles
{
    private static readonly (string Path, string Name, string ContentType)[] Files =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/page.css", "page.css", "text/css; charset=utf-8"),
        ("/page.js", "page.js", "text/javascript; charset=utf-8"),
    ];

    /// <summary>The answers, by their paths.</summary>
    public static IReadOnlyDictionary<string, ApiAnswer> All { get; } =
        Files.ToDictionary(file => file.Path, file => new ApiAnswer(200, file.ContentType, EmbeddedText.Read($"page/{file.Name}")));
}
