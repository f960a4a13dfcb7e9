using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Text;

namespace Yttl.Core.Sources.Files;

/// <summary>Reads the format, streams and chapters of a media file with ffprobe.</summary>
internal sealed partial class FFprobe(ProcessRunner runner, Toolset tools)
{
    private const string Unplayable = "nothing in it can be played";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="path">Fully qualified.</param>
    /// <exception cref="YttlException">
    /// <c>file.not-media</c>, <c>ffprobe.failed</c>, <c>tool.missing</c>, <c>tool.timeout</c>; none is transient.
    /// </exception>
    public Task<FFprobeJson> ReadAsync(string path, CancellationToken cancellationToken) =>
        TrackedCall.RunAsync(TrackedCall.FFprobe, () => AskAsync(path, cancellationToken));

    private async Task<FFprobeJson> AskAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-v", "error", "-print_format", "json", "-show_format", "-show_streams", "-show_chapters",
            .. tools.InputOptions(path),
        ];
        var result = await runner.RunAsync(new ToolCall(tools.FFprobe, arguments, Patience), cancellationToken);
        if (result.ExitCode is not 0)
            throw Failed(path, result.ErrorTail);
        try
        {
            return FFprobeJsonContext.Read(result.Output) is { } json && HasMedia(json)
                ? json
                : throw NotMedia(path, Unplayable);
        }
        catch (JsonException unreadable)
        {
            throw new YttlException(
                FailureCategory.Processing,
                "ffprobe.failed",
                $"{path} cannot be examined: the output of ffprobe is not JSON; update ffmpeg",
                inner: unreadable);
        }
    }

    /// <summary>
    /// ffmpeg reads text files as terminal art (tty) or guesses that they are subtitles: any <c>[00:12</c> is LRC to
    /// it. YTTL reads captions itself. Pictures are films of one frame to ffmpeg.
    /// </summary>
    private static readonly string[] NoMedia =
    [
        "tty", "image2", "ico",
        "aqtitle", "ass", "jacosub", "lrc", "microdvd", "mpl2", "mpsub", "pjs", "realtext", "sami", "scc", "srt", "stl",
        "subviewer", "subviewer1", "vplayer", "webvtt",
    ];

    private static bool HasMedia(FFprobeJson json)
    {
        var format = json.Format?.FormatName ?? "";
        return !NoMedia.Contains(format) && !format.EndsWith("_pipe", StringComparison.Ordinal)
            && (json.Streams ?? []).Any(stream => stream?.CodecType is "audio" or "video" or "subtitle");
    }

    private static YttlException NotMedia(string path, string reason) => new(
        FailureCategory.Input,
        "file.not-media",
        $"{path} is not a video or audio file, or it is damaged ({reason}): copy or download it again");

    /// <summary>
    /// The first line is the most specific: "moov atom not found" before "Invalid data found when processing input".
    /// </summary>
    private static string Reason(string errors, string path)
    {
        var line = errors.Split('\n').Select(PlainText.OneLine).FirstOrDefault(line => line is not null)
            ?? "ffprobe gives no reason";
        return Origin().Replace(line.Replace($"file:{path}: ", "", StringComparison.Ordinal), "");
    }

    private YttlException Failed(string path, string errors)
    {
        if (Unlisted().Match(errors) is not { Success: true } match)
            return NotMedia(path, Reason(errors, path));
        var format = match.Groups["format"].Value;
        return MediaFormats.RefersToFiles(format) ? NotOpened(path, format) : NotMedia(path, Unplayable);
    }

    private YttlException NotOpened(string path, string format) => new(
        FailureCategory.Input,
        "file.not-media",
        $"{path} is not opened, because as {format} it may refer to files of this machine: "
        + (tools.ContainersOnly || MediaFormats.IsNameOfPlaylist(path)
            ? "give the video or audio itself"
            : "give the video or audio itself, or name it as the playlist that it is (.m3u8, .mpd, .ffconcat)"));

    [GeneratedRegex(@"^\[(?<format>[\w,]+)[^\]]{0,80}\] Format not on whitelist", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Unlisted();

    [GeneratedRegex(@"^\[[^\]]{1,80} @ 0x[0-9a-f]+\]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
