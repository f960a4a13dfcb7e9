using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>The longest chain of steps that had to wait for one another. A pure function.</summary>
/// <remarks>
/// Only the records show what depended on what. A step that runs alone (see <see cref="StepRecord.SideBySide"/>) comes
/// after every step that had ended before it started, and before every step that started after it ended. Of two steps
/// that run side by side, one comes after the other where its input refers to content that the other made, and the
/// other had ended by then. So hours come after their segments, and the overall summary after its hours. A step counts
/// with the time it was at work. Its waits, which other work causes, are no part of the chain.
/// </remarks>
internal static class CriticalPath
{
    public static TimeSpan Length(IReadOnlyList<StepTimes> steps)
    {
        var ended = new PriorityQueue<(StepTimes Step, TimeSpan Length), TimeSpan>();
        var made = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var (any, alone) = (TimeSpan.Zero, TimeSpan.Zero);
        var longest = TimeSpan.Zero;
        foreach (var step in steps.OrderBy(step => step.Start).ThenBy(step => step.End))
        {
            while (ended.TryPeek(out _, out var end) && end <= step.Start)
                Take(ended.Dequeue());

            var before = step.Step.SideBySide
                ? step.Step.Needs.Select(content => made.GetValueOrDefault(content)).Append(alone).Max()
                : any;
            var length = before + step.Busy;
            longest = Longer(longest, length);
            ended.Enqueue((step, length), step.End);
        }

        return longest;

        void Take((StepTimes Step, TimeSpan Length) done)
        {
            any = Longer(any, done.Length);
            if (!done.Step.Step.SideBySide)
                alone = Longer(alone, done.Length);
            foreach (var content in done.Step.Step.Makes)
                made[content] = Longer(made.GetValueOrDefault(content), done.Length);
        }
    }

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
