using Xunit.Abstractions;
using Yttl.Core.Audio;
using Yttl.Core.Sources.Sites;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>What ffmpeg and yt-dlp write on stderr, which quotes names and addresses that others chose.</summary>
public sealed class ToolLogFuzzSpecs(ITestOutputHelper output)
{
    [Fact]
    public void What_ffmpeg_complains_of_is_one_line_and_holes_that_have_a_length() => Fuzz.Check(
        new FuzzTarget(
            "ffmpeg log",
            FuzzBytes.Of(
                "[aac @ 0x5] [error] channel element 2.1 is not allocated\n"
                + "[af#0:0 @ 0x6] [info] adding 16384 audio samples of silence\n"
                + "[af#0:0 @ 0x6] [info] adding 512 audio samples of silence\n",
                "[mov @ 0x1] [warning] Packet corrupt (stream = 0, dts = 5).\n"),
            FuzzBytes.Of(
                "[", "]", "[error] ", "[warning] ", "[fatal] ", "corrupt", "\n", " @ ", "adding ", "16384", "999999999",
                "\u0663", " audio samples of silence"),
            input =>
            {
                var log = DecodeLog.Read(FuzzBytes.Text(input), 44_100);
                (log.Complaint ?? "").ShouldNotContain("\n");
                log.Holes.ShouldAllBe(hole => hole >= TimeSpan.Zero);
                return log.Complaint is not null || log.Holes.Count > 0;
            })
        {
            Found = FuzzBytes.Of("adding \u0663 audio samples of silence"),
        },
        output);

    [Fact]
    public void What_ytdlp_complains_of_is_one_line() => Fuzz.Check(
        new FuzzTarget(
            "yt-dlp complaint",
            FuzzBytes.Of(
                "WARNING: [youtube] x7: nsig extraction failed\nERROR: [youtube] x7: Private video; please report this "
                + "issue on  https://github.com/yt-dlp/yt-dlp/issues\n",
                "yt-dlp: error: no such option: --x\n"),
            FuzzBytes.Of(
                "ERROR:", "error:", "WARNING:", " ", "[youtube] ", "[", "]", ":", "\n", "; please report this issue on ",
                "\u2028", "\u001b[0;31m"),
            input =>
            {
                var stderr = FuzzBytes.Text(input);
                foreach (var complaint in (string[])[YtDlpComplaint.OfFailure(stderr), YtDlpComplaint.OfWarnings(stderr)])
                {
                    var line = YtDlpComplaint.Line(complaint);
                    line.Any(char.IsControl).ShouldBeFalse();
                    line.Length.ShouldBeLessThanOrEqualTo(301);
                }

                return stderr.Contains("error:", StringComparison.OrdinalIgnoreCase);
            }),
        output);
}
