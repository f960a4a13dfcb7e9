using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>Who is told of runs, from any thread.</summary>
/// <param name="Report">Where a run stands.</param>
/// <param name="EndedAsync">A video's run has ended; what called for it goes on afterwards.</param>
internal sealed record RunWatch(Action<RunId, RunProgress> Report, Func<VideoResult, Task> EndedAsync)
{
    public static readonly RunWatch Nobody = new((_, _) => { }, _ => Task.CompletedTask);
}
