using Yttl.LocalEngine.Search;

namespace Yttl.Cli.Json;

/// <summary>What <c>search --json</c> writes.</summary>
internal sealed record SearchDocument(string Schema, IReadOnlyList<SearchHitDocument> Hits)
{
    public static SearchDocument From(IReadOnlyList<SearchHit> hits) =>
        new("yttl/search@1", [.. hits.Select(SearchHitDocument.From)]);
}

/// <param name="Seconds">Where in the video the words are spoken.</param>
/// <param name="Link">Opens the video at that second; null for local files.</param>
internal sealed record SearchHitDocument(
    string Run, string VideoId, string Title, double Seconds, string Snippet, string? Link)
{
    public static SearchHitDocument From(SearchHit hit) => new(
        hit.Run.Value, hit.VideoId, hit.VideoTitle, hit.Time.TotalSeconds, hit.Snippet, hit.Link?.AbsoluteUri);
}
