using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources.Files;
using Yttl.Core.Sources.Sites;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Steps;

/// <summary>Finds the videos of a source.</summary>
public sealed class ListStep(ProcessRunner runner, Toolset tools, YtDlpSettings settings, TimeProvider time)
{
    private readonly YtDlp _ytDlp = new(runner, tools, settings, time);

    /// <summary>
    /// Returns a list's entries in order, as many as are asked for, and opens inner lists one level deep; of a folder
    /// its files. Any other source is a list of itself.
    /// </summary>
    /// <exception cref="YttlException">
    /// Transient: the site cannot be reached or limits the rate of requests.
    /// </exception>
    public async Task<ListOutcome> RunAsync(ListRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var source = Source.Parse(request.Source);
            return source is MediaFolder folder ? Cut(FolderFiles.List(folder), request.Most)
                : source.IsList(playlistWanted: true)
                    ? Cut(await ListAsync(source, cancellationToken), request.Most)
                    : new ListOutcome(null, [new PlaylistEntry(source.ToString(), null, null)], null);
        }
        catch (YttlException final) when (!final.Transient)
        {
            return new ListOutcome(null, [], final.Failure);
        }
    }

    private static ListOutcome Cut(ListOutcome list, int? most) => most is { } first && list.Entries.Count > first
        ? list with { Entries = [.. list.Entries.Take(first)], LeftOut = list.Entries.Count - first }
        : list;

    private async Task<ListOutcome> ListAsync(Source source, CancellationToken cancellationToken)
    {
        var (json, warnings) = await _ytDlp.AskAsync(source, takeList: true, cancellationToken);
        var title = PlainText.OneLine(json.Title);
        if (!json.IsList)
            return new ListOutcome(title, [new PlaylistEntry(source.ToString(), title, null)], null);
        if (json.Entries is null or [] && warnings is not "")
            throw await _ytDlp.DiagnoseAsync(source, warnings, cancellationToken);

        var entries = new List<PlaylistEntry>();
        foreach (var entry in SiteList.Entries(json, source))
            entries.AddRange(SiteList.IsListItself(entry) ? await OpenAsync(entry, cancellationToken) : [entry]);
        return new ListOutcome(title, entries, null);
    }

    private async Task<IReadOnlyList<PlaylistEntry>> OpenAsync(PlaylistEntry inner, CancellationToken cancellationToken)
    {
        try
        {
            var source = Source.Parse(inner.Source);
            var (json, _) = await _ytDlp.AskAsync(source, takeList: true, cancellationToken);
            return json.IsList ? SiteList.Entries(json, source) : [inner];
        }
        catch (YttlException final) when (!final.Transient)
        {
            return [inner with { Failure = final.Failure }];
        }
    }
}
