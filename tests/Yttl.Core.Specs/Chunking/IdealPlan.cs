using Yttl.Core.Audio;
using Yttl.Core.Chunking;

namespace Yttl.Core.Specs.Chunking;

/// <summary>
/// What no plan does better: each worker has as many calls as the others and as many windows, and each call goes on to
/// the last silence that it reaches. Nothing is shared evenly, no silence is better than another, and of all numbers of
/// calls and windows the cheapest is taken that hears the whole track.
/// </summary>
internal static class IdealPlan
{
    /// <summary>Bytes of an upload that hold no audio: the container's header and the form around it.</summary>
    private const long Envelope = 4_096;

    private static readonly double Window = RecognizerProfile.Window.TotalSeconds;

    /// <summary>In seconds.</summary>
    public static double Makespan(AudioTrack track, int workers, RecognizerProfile recognizer)
    {
        var limit = Math.Min(
            recognizer.MaxLength.TotalSeconds, (recognizer.MaxBytes - Envelope) / recognizer.BytesPerSecond);
        var share = track.Duration.TotalSeconds / workers;
        var fewestCalls = (int)Math.Ceiling(share / limit);
        var fewestWindows = (int)Math.Ceiling(share / Window);
        var ends = from calls in Enumerable.Range(fewestCalls, fewestCalls / 4 + 2)
                   from windows in Enumerable.Range(fewestWindows, fewestWindows / 8 + 3)
                       .Where(windows => HearsAll(track, Limits(calls, windows, workers, limit))).Take(1)
                   select calls * recognizer.CallOverhead.TotalSeconds + windows * recognizer.WindowCost.TotalSeconds;
        return ends.Min();
    }

    /// <summary>Of each call in order, in seconds; the longer ones first.</summary>
    private static IEnumerable<double> Limits(int calls, int windows, int workers, double limit) =>
        from call in Enumerable.Range(0, calls)
        from worker in Enumerable.Range(0, workers)
        select Math.Min(limit, Window * (windows / calls + (call < windows % calls ? 1 : 0)));

    private static bool HearsAll(AudioTrack track, IEnumerable<double> limits)
    {
        var middles = track.Silences.Select(silence => (silence.Start + silence.End) / 2);
        double[] cuts = [.. middles.Append(track.Duration).Select(cut => cut.TotalSeconds)];
        var (start, next) = (0.0, 0);
        foreach (var limit in limits)
        {
            while (next < cuts.Length && cuts[next] - start <= limit)
                next++;
            start = next > 0 ? cuts[next - 1] : 0;
        }

        return next == cuts.Length;
    }
}
