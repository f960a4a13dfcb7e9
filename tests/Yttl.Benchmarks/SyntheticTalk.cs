using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Reports.Formats;

namespace Yttl.Benchmarks;

/// <summary>Captions of any length, the same each time: sentences of made-up but plausible words.</summary>
internal static class SyntheticTalk
{
    private static readonly string[] Words =
        ("the of a and to in we that it is this for with which from ship clock moon star table error hour degree "
        + "harbour captain measure method prize board maker spring balance voyage longitude latitude observation "
        + "instrument storm sailed found built proved tested wrote compared carried counted lost").Split(' ');

    /// <summary>Writes WebVTT with <paramref name="cues"/> cues spread evenly over <paramref name="length"/>.</summary>
    public static void Write(string path, TimeSpan length, int cues)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        WebVttWriter.Write(Cues(length, cues), file);
    }

    public static IEnumerable<Cue> Cues(TimeSpan length, int cues)
    {
        var random = new Random(1714);
        for (var i = 0; i < cues; i++)
        {
            var (start, end) = (Milliseconds(length * i / cues), Milliseconds(length * (i + 0.95) / cues));
            yield return new Cue(start, end, Sentence(random));
        }
    }

    private static string Sentence(Random random)
    {
        var words = Enumerable.Range(0, random.Next(8, 16)).Select(_ => Words[random.Next(Words.Length)]);
        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private static TimeSpan Milliseconds(TimeSpan time) =>
        TimeSpan.FromMilliseconds(Math.Floor(time.TotalMilliseconds));
}
