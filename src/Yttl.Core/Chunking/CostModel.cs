namespace Yttl.Core.Chunking;

/// <summary>
/// What a plan takes. A call costs its overhead and so much for each window it starts, because Whisper's encoder hears
/// exactly 30 s, padded where there is less (https://arxiv.org/abs/2212.04356, section 2.1). Calls start in the order of
/// the plan as workers come free, which is what the transcription's ready queue does; such a list schedule is never
/// longer than twice the best one (Graham, https://doi.org/10.1002/j.1538-7305.1966.tb01709.x) and, with chunks alike,
/// next to the best.
/// </summary>
internal readonly record struct CostModel(long Overhead, long Window, int Workers)
{
    public static readonly long WindowLength = TrackTimeline.Milliseconds(RecognizerProfile.Window);

    public static CostModel Of(RecognizerProfile recognizer, ChunkCapacity capacity) => new(
        Math.Max(0, recognizer.CallOverhead.Ticks),
        Math.Max(1, recognizer.WindowCost.Ticks),
        Math.Max(1, capacity.Workers));

    public static long Windows(long heard) => Math.Max(1, (heard + WindowLength - 1) / WindowLength);

    /// <summary>In ticks, of a call that hears so many milliseconds.</summary>
    public long Call(long heard) => Overhead + Windows(heard) * Window;

    /// <summary>
    /// How many windows the next call takes of a time in which a worker is to hear as much as it can: as few calls as
    /// the limit allows, none a window longer than another, the longer ones first. None where not one fits.
    /// </summary>
    /// <param name="most">Of one call.</param>
    public long Share(long ticks, long most)
    {
        if (ticks < Overhead + Window)
            return 0;
        var calls = (ticks - Overhead - Window) / (Overhead + most * Window) + 1;
        var windows = (ticks - calls * Overhead) / Window;
        return Math.Min(most, (windows + calls - 1) / calls);
    }

    /// <summary>Whether it costs less to hear around a silence in two calls than through it in one.</summary>
    public bool IsWorthACall(long silence) => silence * (double)Window > WindowLength * ((double)Overhead + Window);

    /// <summary>In ticks, from the first call to the end of the last.</summary>
    public long Makespan(IEnumerable<long> calls)
    {
        var free = new PriorityQueue<long, long>();
        long end = 0;
        foreach (var call in calls)
        {
            var start = free.Count < Workers ? 0 : free.Dequeue();
            free.Enqueue(start + call, start + call);
            end = Math.Max(end, start + call);
        }

        return end;
    }
}
