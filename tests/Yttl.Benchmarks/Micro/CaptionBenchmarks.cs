using System.Security;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Reports.Formats;

namespace Yttl.Benchmarks.Micro;

/// <summary>Reading captions from bytes: encoding, format, cues, and whether they roll.</summary>
public class CaptionBenchmarks : HourBenchmark
{
    private byte[] _webVtt = null!;
    private byte[] _srt = null!;
    private byte[] _json3 = null!;
    private byte[] _xml = null!;
    private byte[] _rolling = null!;

    [GlobalSetup]
    public override void Setup()
    {
        var cues = new MicroTalk(Hours).Cues;
        _webVtt = Written(output => WebVttWriter.Write(cues, output));
        _srt = Written(output => SubRipWriter.Write(cues, output));
        _json3 = JsonSerializer.SerializeToUtf8Bytes(new
        {
            events = cues.Select(cue => new
            {
                tStartMs = (long)cue.Start.TotalMilliseconds,
                dDurationMs = (long)(cue.End - cue.Start).TotalMilliseconds,
                segs = cue.Text.Split(' ').Select(word => new { utf8 = word + " " }),
            }),
        });
        _xml = Written(output =>
        {
            output.Write("<timedtext format=\"3\"><body>");
            foreach (var cue in cues)
            {
                var (start, length) = (cue.Start.TotalMilliseconds, (cue.End - cue.Start).TotalMilliseconds);
                output.Write($"<p t=\"{start:0}\" d=\"{length:0}\">{SecurityElement.Escape(cue.Text)}</p>");
            }

            output.Write("</body></timedtext>");
        });
        _rolling = Written(output => WebVttWriter.Write(
            cues.Zip(cues.Skip(1), (before, cue) => new Cue(before.End, cue.End, $"{before.Text}\n{cue.Text}")),
            output));
    }

    [Benchmark]
    public int WebVtt() => Read(_webVtt);

    [Benchmark]
    public int Srt() => Read(_srt);

    [Benchmark]
    public int Json3() => Read(_json3);

    [Benchmark]
    public int YouTubeXml() => Read(_xml);

    [Benchmark]
    public int RollingWebVtt() => Read(_rolling);

    private static int Read(byte[] content) => CaptionReader.Read(content, format: null, language: null).Cues!.Count;

    private static byte[] Written(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return Encoding.UTF8.GetBytes(output.ToString());
    }
}
