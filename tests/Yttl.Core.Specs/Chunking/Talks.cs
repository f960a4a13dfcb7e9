using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.Core.Specs.Chunking;

/// <summary>Tracks to plan for, and recognisers to plan with.</summary>
internal static class Talks
{
    /// <summary>As a hosted Whisper: opus of 32 kbit/s, 25 MB, half a second around each call.</summary>
    public static readonly RecognizerProfile Whisper = new(
        MaxBytes: 25_000_000,
        MaxLength: TimeSpan.FromSeconds(1400),
        BytesPerSecond: 4_500,
        CallOverhead: TimeSpan.FromSeconds(0.5),
        WindowCost: TimeSpan.FromSeconds(1),
        MemoryPerSecond: 64_000);

    public static readonly Gen<AudioTrack> Any =
        from duration in Gen.OneOf(Gen.Choose(0, 5_000), Gen.Choose(5_000, 600_000), Gen.Choose(600_000, 5_400_000))
        from spans in Spans(duration)
        from lost in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 40_000)))
        select Track(duration, spans) with { Lost = [.. Lost(duration, lost)] };

    public static readonly Gen<RecognizerProfile> AnyRecognizer =
        from maxLength in Gen.Elements(10, 30, 240, 1400, 100_000)
        from maxBytes in Gen.Elements(100_000, 1_000_000, 25_000_000)
        from overhead in Gen.Elements(0.0, 0.5, 5)
        from memory in Gen.Elements(0, 64_000)
        select Whisper with
        {
            MaxLength = TimeSpan.FromSeconds(maxLength),
            MaxBytes = maxBytes,
            CallOverhead = TimeSpan.FromSeconds(overhead),
            MemoryPerSecond = memory,
        };

    /// <summary>Sentences of one to nine seconds with pauses of half a second to one and a half between them.</summary>
    public static AudioTrack Ordinary(int seed, TimeSpan duration)
    {
        var random = new Random(seed);
        var spans = new List<(int, int, int)>();
        var length = (int)duration.TotalMilliseconds;
        for (var at = random.Next(1000, 9000); at < length;)
        {
            var pause = random.Next(500, 1500);
            if (at + pause < length)
                spans.Add((at, at + pause, random.Next(1, 20)));
            at += pause + random.Next(1000, 9000);
        }

        return Track(length, spans);
    }

    public static ChunkCapacity Workers(int workers) => new(workers, 512_000_000);

    public static AudioTrack Seconds(double duration, params (double Start, double End)[] silences) => Track(
        Milliseconds(duration), silences.Select(span => (Milliseconds(span.Start), Milliseconds(span.End), 10)));

    /// <summary>For a second each time, around that moment.</summary>
    public static AudioTrack PausingEvery(int seconds, int duration) => Seconds(
        duration,
        [.. Enumerable.Range(1, duration / seconds - 1).Select(pause => seconds * pause)
            .Select(middle => (middle - 0.5, middle + 0.5))]);

    public static AudioTrack Track(int duration, IEnumerable<(int Start, int End, int Depth)> silences) => new(
        new AudioRef(new string('0', 64), duration * 16L),
        TimeSpan.FromMilliseconds(duration),
        [.. silences.Select(span => new Silence(
            TimeSpan.FromMilliseconds(span.Start), TimeSpan.FromMilliseconds(span.End), span.Depth))],
        [],
        -40,
        null);

    private static Gen<List<(int, int, int)>> Spans(int duration) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from sentence in Gen.Elements(800, 8_000, 60_000, 700_000)
        from pause in Gen.Elements(700, 3_000, 90_000)
        select Alternate(new Random(seed), duration, sentence, pause);

    private static List<(int, int, int)> Alternate(Random random, int duration, int sentence, int pause)
    {
        var spans = new List<(int, int, int)>();
        for (var at = random.Next(2) * random.Next(1, sentence); at < duration;)
        {
            var end = Math.Min(duration, at + random.Next(500, 500 + pause));
            spans.Add((at, end, random.Next(0, 30)));
            at = end + random.Next(1, sentence);
        }

        return spans;
    }

    private static IEnumerable<LostAudio> Lost(int duration, int length)
    {
        if (length > 0 && duration > 2 * length)
            yield return new LostAudio(
                TimeSpan.FromMilliseconds(length), TimeSpan.FromMilliseconds(2 * length), "It is damaged.");
    }

    private static int Milliseconds(double seconds) => (int)Math.Round(seconds * 1000);
}
