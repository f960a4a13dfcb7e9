using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;

namespace Yttl.Core.Captions.Fetching;

/// <summary>
/// Reads a subtitle stream of a media file as it is stored. ffmpeg's own conversion is not used: it leaves out every
/// packet that is not UTF-8, shows the drawings of ASS as text, and ends with exit code 0 all the same.
/// </summary>
internal sealed partial class SubtitleStream(ProcessRunner processes, Toolset tools)
{
    /// <summary>Subtitles are spread over the whole file, so ffprobe reads a film of 60 GB to its end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    internal static IReadOnlyList<string> Arguments(Toolset tools, string mediaPath, int stream) =>
    [
        "-v", "error", "-select_streams", stream.ToString(CultureInfo.InvariantCulture), "-show_data",
        "-show_entries", "packet=pts_time,duration_time,data:format=start_time", "-of", "default",
        .. tools.InputOptions(mediaPath),
    ];

    /// <param name="codec">As <see cref="Sources.CaptionTrack.Codec"/>.</param>
    /// <returns>A caption file; a reason where the stream cannot be read.</returns>
    public async Task<CaptionContent> ReadAsync(
        string mediaPath, int stream, string? codec, CancellationToken cancellationToken)
    {
        var packets = new PacketDump(CaptionContent.Limit);
        try
        {
            var call = new ToolCall(tools.FFprobe, Arguments(tools, mediaPath, stream), Patience);
            var result = await TrackedCall.RunAsync(
                TrackedCall.FFprobe,
                () => processes.StreamAsync(call, (output, token) => ReadAsync(output, packets, token), cancellationToken));
            if (packets.IsFull)
                return CaptionContent.TooLarge;
            if (result.ExitCode == 0)
                return new CaptionContent(SubtitlePacket.ToFile(packets.All(), codec), null)
                {
                    Damage = CutOff().Match(result.ErrorTail) is { Success: true, Value: var damage }
                        ? $"lines may be missing, because the media file is cut off ({damage})"
                        : null,
                };
            TrackedCall.Failed(TrackedCall.FFprobe, FailureCategory.Processing);
            return CaptionContent.Left($"ffprobe cannot read it ({LastLine(result.ErrorTail)})");
        }
        catch (YttlException cause) when (!cause.Transient)
        {
            return CaptionContent.Left(cause.Message) with { Failure = cause.Failure };
        }
    }

    private static async Task ReadAsync(Stream output, PacketDump packets, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(output, Encoding.ASCII, leaveOpen: true);
        while (!packets.IsFull && await lines.ReadLineAsync(cancellationToken) is { } line)
            packets.Add(line);
    }

    // As matroskadec.c and mov.c of libavformat word it; ffprobe ends with exit code 0.
    [GeneratedRegex("File ended prematurely|partial file", RegexOptions.CultureInvariant)]
    private static partial Regex CutOff();

    private static string LastLine(string errors) =>
        CueMarkup.Lines(errors) is { Length: > 0 } lines ? lines.Split('\n')[^1] : "it gives no reason";
}
