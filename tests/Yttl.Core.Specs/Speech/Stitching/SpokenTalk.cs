using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Chunking;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Stitching;

namespace Yttl.Core.Specs.Speech.Stitching;

/// <summary>Words said at known times, cut into chunks, and what a recogniser that errs by some time hears in each.</summary>
public sealed record SpokenTalk(
    IReadOnlyList<SpokenWord> Words, IReadOnlyList<TimeSpan> Cuts, TimeSpan Margin, TimeSpan Duration, int Seed)
{
    private static readonly Cut AnyCut = new(CutReason.NoSilence, TimeSpan.Zero, 0);

    /// <summary>
    /// Pauses of every length down to 60 ms, every word its own text where <paramref name="distinct"/>, else one of
    /// three; cuts anywhere, most of them inside words.
    /// </summary>
    public static Gen<SpokenTalk> Any(bool distinct) =>
        from words in WordGen().NonEmptyListOf()
        from cuts in Gen.Choose(0, 1000).ListOf()
        from margin in Gen.Choose(1000, 2500)
        from seed in Gen.Choose(0, 1_000_000)
        select Make([.. words], cuts, margin, seed, distinct);

    public ChunkPlan Plan()
    {
        TimeSpan[] edges = [TimeSpan.Zero, .. Cuts, Duration];
        var chunks = edges.Zip(edges.Skip(1)).Select((core, i) => new Chunk(
            i, core.First, core.Second,
            i == 0 ? core.First : core.First - Margin,
            i == edges.Length - 2 ? core.Second : core.Second + Margin,
            core.Second - core.First, AnyCut, AnyCut));
        return new ChunkPlan(
            ChunkStrategy.Adaptive, [.. chunks], [], Duration, Duration, 1, TimeSpan.Zero, "", null);
    }

    /// <summary>Returns how long two chunks that share a word both hear speech; zero where no two share it.</summary>
    internal TimeSpan SharedSpeech(string text)
    {
        var word = Words.First(word => word.Text == text);
        var cut = Cuts.MinBy(cut => (word.Start - cut).Duration());
        List<SpokenWord> shared = [.. Words.Where(one => one.Start >= cut - Margin && one.End <= cut + Margin)];
        return shared.Count == 0 ? TimeSpan.Zero : shared[^1].End - shared[0].Start;
    }

    /// <param name="jitter">The most a time is wrong, in milliseconds; a word keeps its place among the others.</param>
    internal IReadOnlyList<ChunkResult> Heard(int jitter, bool wordTimes)
    {
        var random = new Random(Seed);
        return [.. Plan().Chunks.Select(chunk => new ChunkResult(
            new ChunkTranscript(chunk.Index, null, Hear(chunk, random, jitter, wordTimes), false), null))];
    }

    private List<SpokenPhrase> Hear(Chunk chunk, Random random, int jitter, bool wordTimes)
    {
        var heard = Words
            .Where(word => word.Start >= chunk.AudioStart && word.End <= chunk.AudioEnd)
            .Select(word =>
            {
                var shift = TimeSpan.FromMilliseconds(random.Next(-jitter, jitter + 1));
                return word with { Start = word.Start + shift, End = word.End + shift };
            }).ToList();
        var phrases = new List<SpokenPhrase>();
        while (heard.Count > 0)
        {
            var said = heard.Take(random.Next(1, 9)).ToList();
            heard.RemoveRange(0, said.Count);
            phrases.Add(new SpokenPhrase(said[0].Start, said[^1].End, string.Join(' ', said.Select(word => word.Text)),
                wordTimes ? [.. said.Select((word, i) => i == 0 ? word : word with { Text = ' ' + word.Text })] : []));
        }

        return phrases;
    }

    private static Gen<(int Pause, int Length)> WordGen() =>
        from pause in Gen.Frequency((8, Gen.Choose(60, 300)), (1, Gen.Choose(300, 3000)))
        from length in Gen.Choose(150, 700)
        select (pause, length);

    private static SpokenTalk Make(
        IReadOnlyList<(int Pause, int Length)> spoken, IEnumerable<int> cuts, int margin, int seed, bool distinct)
    {
        var words = new List<SpokenWord>();
        var at = 0;
        foreach (var ((pause, length), i) in spoken.Select((word, i) => (word, i)))
        {
            var text = distinct ? $"w{i}" : "abc"[(seed + i * 7) % 3].ToString();
            words.Add(new SpokenWord(Milliseconds(at + pause), Milliseconds(at + pause + length), text));
            at += pause + length;
        }

        // Chunks are longer than their margins, as a planner makes them.
        var duration = at + 500;
        var apart = new List<TimeSpan>();
        foreach (var cut in cuts.Order().Select(cut => Milliseconds((int)(duration / 1000.0 * cut))))
        {
            if (cut - (apart is [.., var last] ? last : TimeSpan.Zero) > Milliseconds(3 * margin)
                && Milliseconds(duration) - cut > Milliseconds(2 * margin))
                apart.Add(cut);
        }

        return new SpokenTalk(words, apart, Milliseconds(margin), Milliseconds(duration), seed);
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
