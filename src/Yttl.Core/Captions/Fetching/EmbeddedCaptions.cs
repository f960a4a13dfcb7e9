using System.Globalization;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;

namespace Yttl.Core.Captions.Fetching;

/// <summary>Extracts a subtitle stream from a media file as WebVTT, with ffmpeg.</summary>
internal sealed class EmbeddedCaptions(ProcessRunner processes, Toolset tools)
{
    /// <summary>Subtitles are spread over the whole file, so ffmpeg reads a film of 60 GB to its end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public async Task<CaptionContent> LoadAsync(string mediaPath, int stream, CancellationToken cancellationToken)
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

    internal static IReadOnlyList<string> Arguments(Toolset tools, string mediaPath, int stream) =>
    [
        "-v", "error", "-nostdin", .. tools.InputOptions(mediaPath),
        "-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream}"), "-f", "webvtt", "-",
    ];

    private static string LastLine(string errors) =>
        CueMarkup.Lines(errors) is { Length: > 0 } lines ? lines.Split('\n')[^1] : "it gives no reason";
}
