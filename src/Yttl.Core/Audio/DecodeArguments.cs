using System.Globalization;
using Yttl.Core.Processes;

namespace Yttl.Core.Audio;

/// <summary>
/// Builds the ffmpeg command line that decodes one stream of a local file to stdout, in <see cref="PcmFormat"/>.
/// </summary>
internal static class DecodeArguments
{
    /// <summary>
    /// One resampler does everything and follows the file's timestamps: a late start and holes of over 0.1 s become
    /// silence, so that a sample's index is its time (https://ffmpeg.org/ffmpeg-resampler.html). The log names each
    /// hole.
    /// </summary>
    private const string Filter =
        "aresample=16000:async=1:first_pts=0,aformat=sample_fmts=s16:channel_layouts=mono";

    /// <remarks>
    /// Without <c>-flush_packets 0</c> ffmpeg writes, and this process reads, every 20 ms of audio separately.
    /// </remarks>
    /// <param name="from">Where to start; anything but zero only for a file that seeks exactly.</param>
    public static IReadOnlyList<string> For(Toolset tools, string path, int stream, TimeSpan from) =>
    [
        "-hide_banner", "-nostats", "-nostdin", "-v", "level+verbose",
        .. from > TimeSpan.Zero ? ["-ss", Seconds(from)] : Array.Empty<string>(),
        .. tools.InputOptions(path),
        "-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream}"),
        "-af", Filter, "-flush_packets", "0", "-f", "s16le", "-",
    ];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
