using Yttl.Core.Search;

namespace Yttl.LocalEngine.Search;

/// <summary>What a search writes as JSON, on the command line and over HTTP.</summary>
/// <param name="HasMore">Whether there are more hits than the limit.</param>
public sealed record SearchDocument(string Schema, IReadOnlyList<SearchHitDocument> Hits, bool HasMore)
{
    public static SearchDocument From(SearchResult found) =>
        new("yttl/search@1", [.. found.Hits.Select(SearchHitDocument.From)], found.HasMore);
}

/// <param name="In">What contains the words.</param>
/// <param name="Seconds">Where in the video that is.</param>
/// <param name="Link">Opens the video at that second, or the report of a local file there; null where there is none.</param>
public sealed record SearchHitDocument(
    string Run, string VideoId, string Title, SearchPlace In, double Seconds, string Snippet, string? Link)
{
    public static SearchHitDocument From(SearchHit hit) => new(
        hit.Run.Value, hit.VideoId, hit.VideoTitle, hit.Place, hit.Time.TotalSeconds, hit.Snippet, hit.Link?.AbsoluteUri);
}
