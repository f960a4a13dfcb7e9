using System.Globalization;
using Yttl.Core.Audio;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Audio;

/// <summary>The times of speech, as people wrote them down; compared with the silences that were found.</summary>
internal static class SpeechReference
{
    /// <summary>https://github.com/nryant/dscore#rttm: start and length are the fourth and fifth field.</summary>
    public static IReadOnlyList<(TimeSpan Start, TimeSpan End)> ReadRttm(string name) => Merged(
        File.ReadLines(TestData.PathOf(name)).Select(line =>
        {
            var fields = line.Split(' ');
            var start = Seconds(fields[3]);
            return (start, start + Seconds(fields[4]));
        }));

    /// <returns>The share of speech that is marked silent, from 0 to 1.</returns>
    public static double ShareMarked(
        IReadOnlyList<(TimeSpan Start, TimeSpan End)> speech, IEnumerable<Silence> silences)
    {
        var marked = silences.Sum(silence => speech.Sum(turn => Overlap(turn, silence)));
        return marked / speech.Sum(turn => (turn.End - turn.Start).TotalSeconds);
    }

    private static double Overlap((TimeSpan Start, TimeSpan End) turn, Silence silence) => Math.Max(
        0,
        (Math.Min(turn.End.Ticks, silence.End.Ticks) - Math.Max(turn.Start.Ticks, silence.Start.Ticks))
        / (double)TimeSpan.TicksPerSecond);

    private static List<(TimeSpan Start, TimeSpan End)> Merged(IEnumerable<(TimeSpan Start, TimeSpan End)> turns)
    {
        var merged = new List<(TimeSpan Start, TimeSpan End)>();
        foreach (var turn in turns.OrderBy(turn => turn.Start))
        {
            if (merged is [.., var last] && turn.Start <= last.End)
                merged[^1] = (last.Start, last.End > turn.End ? last.End : turn.End);
            else
                merged.Add(turn);
        }

        return merged;
    }

    private static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
