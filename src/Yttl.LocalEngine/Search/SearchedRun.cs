using Yttl.Core.Reports;
using Yttl.Core.Search;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Search;

/// <summary>What the hits of a run need to know of it.</summary>
/// <param name="Page">Full path of the HTML report; null where none was written.</param>
internal sealed record SearchedRun(RunId Id, string Extractor, string VideoId, string Title, Uri? Url, string? Page)
{
    public static SearchedRun From(RunRecord run, ReportVideo video) => new(
        run.Id,
        video.Extractor,
        video.Id,
        video.Title,
        video.Url,
        run.Result?.Files.FirstOrDefault(file => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<SearchHit> HitsIn(IEnumerable<SearchedText> texts, SearchWords words) =>
        from text in texts
        from passage in Passage.Find(words, text.Lines)
        select new SearchHit(
            Id,
            VideoId,
            Title,
            text.Place,
            passage.Start,
            Snippet.Around(passage.Text, words.FirstIn(passage.Text)),
            LinkAt(passage.Start));

    /// <summary>Opens the video at a time; for local files the HTML report there, null where there is none.</summary>
    public Uri? LinkAt(TimeSpan time) => VideoLinks.At(Url, Extractor, time) ?? PageAt(time);

    private Uri? PageAt(TimeSpan time) => Page is not null && File.Exists(Page)
        ? new UriBuilder(Uri.UriSchemeFile, "")
        {
            Path = string.Join('/', Page.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)),
            Fragment = FormattableString.Invariant($"t={(long)time.TotalSeconds}"),
        }.Uri
        : null;
}
