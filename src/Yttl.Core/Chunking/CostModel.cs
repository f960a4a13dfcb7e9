namespace Yttl.Core.Chunking;

/// <summary>
/// Predicts the time of a plan. A call costs its overhead plus a fixed amount for each window it starts, because
/// Whisper's encoder processes exactly 30 s, padded where there is less (https://arxiv.org/abs/2212.04356, section
/// 2.1). Calls start in the order of the plan as workers come free, like those of the transcription's ready queue; such
/// a list schedule takes at most twice as long as the best one (Graham,
/// https://doi.org/10.1002/j.1538-7305.1966.tb01709.x) and is close to it with chunks of equal length.
/// </summary>
internal readonly record struct CostModel(long Overhead, long Window, int Workers)
{
    public static readonly long WindowLength = TrackTimeline.Milliseconds(RecognizerProfile.Window);

    public static CostModel From(RecognizerProfile recognizer, ChunkCapacity capacity) => new(
        Math.Max(0, recognizer.CallOverhead.Ticks),
        Math.Max(1, recognizer.WindowCost.Ticks),
        Math.Max(1, capacity.Workers));

    public static long Windows(long audio) => Math.Max(1, (audio + WindowLength - 1) / WindowLength);

    /// <summary>Returns the cost of a call on audio of this many milliseconds, in ticks.</summary>
    public long Call(long audio) => Overhead + Windows(audio) * Window;

    /// <summary>
    /// Returns the length of the next call in windows, such that a worker transcribes as much as it can in the given
    /// time: as few calls as the limit allows, of lengths that differ by at most one window, the longer ones first.
    /// Zero where no call fits.
    /// </summary>
    /// <param name="most">Maximum length of one call, in windows.</param>
    public long Share(long ticks, long most)
    {
        if (ticks < Overhead + Window)
            return 0;
        var calls = (ticks - Overhead - Window) / (Overhead + most * Window) + 1;
        var windows = (ticks - calls * Overhead) / Window;
        return Math.Min(most, (windows + calls - 1) / calls);
    }

    /// <summary>Returns whether two calls around a silence cost less than one call that includes it.</summary>
    public bool IsWorthACall(long silence) => silence * (double)Window > WindowLength * ((double)Overhead + Window);

    /// <summary>Returns the time from the start of the first call to the end of the last, in ticks.</summary>
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
