using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Fetches a track's bytes from its address, file or media file.</summary>
internal sealed class CaptionLoader(HttpClient http, ProcessRunner processes, Toolset tools, TimeProvider time)
{
    private readonly CaptionDownload _download = new(http, time);
    private readonly SubtitleStream _streams = new(processes, tools);

    public Task<CaptionContent> LoadAsync(Video video, CaptionTrack track, CancellationToken cancellationToken) =>
        track switch
        {
            { Url: { } url } => _download.LoadAsync(url, cancellationToken),
            { Path: { } path } => ReadFileAsync(path, cancellationToken),
            { StreamIndex: { } stream } when video.MediaPath is { } media =>
                ReadStreamAsync(media, stream, track.Codec, cancellationToken),
            _ => Task.FromResult(CaptionContent.Left("it has no address, file or stream")),
        };

    private static async Task<CaptionContent> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = RegularFile.OpenRead(path);
            return await CaptionContent.ReadAsync(file, cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return CaptionContent.Left($"it cannot be read ({FileReason.Format(cause, path)})");
        }
    }

    private Task<CaptionContent> ReadStreamAsync(
        string media, int stream, string? codec, CancellationToken cancellationToken) =>
        SubtitleCodec.IsText(codec)
            ? _streams.ReadAsync(media, stream, codec, cancellationToken)
            : Task.FromResult(CaptionContent.Left(
                SubtitleCodec.PicturesOf(codec!) is { } pictures
                    ? $"it holds pictures of text ({pictures}), which cannot be read"
                    : $"its codec cannot be read ({CueMarkup.OneLine(codec!)})"));
}
