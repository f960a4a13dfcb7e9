using System.Globalization;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Fetches a track's bytes from its address, file or media file.</summary>
internal sealed class CaptionLoader(HttpClient http, ProcessRunner processes, Toolset tools, TimeProvider time)
{
    /// <summary>Subtitles are spread over the whole file, so ffmpeg reads a film of 60 GB to its end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly CaptionDownload _download = new(http, time);

    public Task<CaptionContent> LoadAsync(Video video, CaptionTrack track, CancellationToken cancellationToken) =>
        track switch
        {
            { Url: { } url } => _download.LoadAsync(url, cancellationToken),
            { Path: { } path } => ReadFileAsync(path, cancellationToken),
            { StreamIndex: { } stream } when video.MediaPath is { } media =>
                ExtractAsync(media, stream, cancellationToken),
            _ => Task.FromResult(CaptionContent.Left("it has no address, file or stream")),
        };

    internal static IReadOnlyList<string> Arguments(Toolset tools, string mediaPath, int stream) =>
    [
        "-v", "error", "-nostdin", .. tools.InputOptions(mediaPath),
        "-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream}"), "-f", "webvtt", "-",
    ];

    private static async Task<CaptionContent> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = RegularFile.OpenRead(path);
            return await CaptionContent.ReadAsync(file, cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return CaptionContent.Left($"it cannot be read ({CueMarkup.OneLine(cause.Message)})");
        }
    }

    /// <summary>Extracts a subtitle stream from a media file as WebVTT, with ffmpeg.</summary>
    private async Task<CaptionContent> ExtractAsync(string mediaPath, int stream, CancellationToken cancellationToken)
    {
        try
        {
            var call = new ToolCall(tools.FFmpeg, Arguments(tools, mediaPath, stream), Patience);
            var result = await TrackedCall.RunAsync(TrackedCall.FFmpeg, () => processes.RunAsync(call, cancellationToken));
            if (result.ExitCode == 0)
                return new CaptionContent(Encoding.UTF8.GetBytes(result.Output), null);
            TrackedCall.Failed(TrackedCall.FFmpeg, FailureCategory.Processing);
            return CaptionContent.Left($"ffmpeg cannot read it ({LastLine(result.ErrorTail)})");
        }
        catch (YttlException cause) when (!cause.Transient)
        {
            return CaptionContent.Left(cause.Message) with { Failure = cause.Failure };
        }
    }

    private static string LastLine(string errors) =>
        CueMarkup.Lines(errors) is { Length: > 0 } lines ? lines.Split('\n')[^1] : "it gives no reason";
}
