using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>The longest chain of steps that had to wait for one another. Pure.</summary>
/// <remarks>
/// Nothing is told of what depended on what but by the records themselves. A step that runs alone (see <see
/// cref="StepRecord.SideBySide"/>) comes after everything that had ended before it started, and before everything that
/// started after it ended. Of two that run side by side, one comes after the other where its input points at content
/// that the other made, and the other had ended by then: so hours come after their segments, and the overall summary
/// after its hours. A step counts with the time it was at work; its waits for others' sake are no part of the chain.
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
