using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources.Files;
using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Sources.Steps;

/// <summary>Finds a source's title, duration, chapters and caption tracks.</summary>
public sealed class ResolveStep(
    IArtifactStore store, ProcessRunner runner, Toolset tools, YtDlpSettings settings, TimeProvider time)
{
    private readonly SiteVideos _sites = new(new YtDlp(runner, tools, settings, time));
    private readonly MediaFiles _files = new(new FFprobe(runner, tools));

    /// <exception cref="YttlException">
    /// Transient: the site cannot be reached or limits the rate of requests.
    /// </exception>
    public async Task<ResolveOutcome> RunAsync(ResolveRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (video, streams) = Source.Parse(request.Source) switch
            {
                MediaFile file => await _files.ResolveAsync(file, cancellationToken),
                CaptionFile file => (CaptionFiles.Resolve(file), null),
                MediaFolder folder => throw FolderFiles.NotOneVideo(folder),
                var address => (await _sites.ResolveAsync(address, cancellationToken), null),
            };
            if (request.Title is { } title)
                video = video with { Title = title };
            var info = await store.WriteJsonAsync(video, SourcesJson.Default.Video, cancellationToken);
            var audio = await store.WriteJsonAsync(
                AudioSource.From(video, streams), SourcesJson.Default.AudioSource, cancellationToken);
            return new ResolveOutcome(new ResolvedVideo(info, audio, video.Id, video.Title, video.Duration), null);
        }
        catch (YttlException final) when (!final.Transient)
        {
            return new ResolveOutcome(null, final.Failure);
        }
    }
}
