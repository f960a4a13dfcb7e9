using BenchmarkDotNet.Attributes;
using Yttl.Core.Audio;
using Yttl.TestKit.Tones;

namespace Yttl.Benchmarks.Micro;

/// <summary>Measuring samples as they come from the decoder, and finding the silences in what was measured.</summary>
public class SilenceBenchmarks : HourBenchmark
{
    private const int MinutesPerHour = 60;

    /// <summary>What one read of a pipe gives.</summary>
    private const int ReadLength = 64 * 1024;

    private byte[] _minute = null!;
    private Loudness _loudness = null!;

    [GlobalSetup]
    public override void Setup()
    {
        _minute = (ToneTalk.Make(TimeSpan.FromMinutes(1)) with { Noise = 0.003 }).ToPcm();
        _loudness = Measure();
    }

    [Benchmark]
    public int Meter() => Measure().Frames;

    [Benchmark]
    public int Detector() => SilenceDetector.Find(_loudness, SilenceSettings.Default).Silences.Count;

    private Loudness Measure()
    {
        var meter = new LoudnessMeter();
        for (var minute = 0; minute < Hours * MinutesPerHour; minute++)
        {
            for (var at = 0; at < _minute.Length; at += ReadLength)
                meter.Add(_minute.AsSpan(at, Math.Min(ReadLength, _minute.Length - at)));
        }

        return meter.Finish();
    }
}
