using Yttl.LocalEngine.Results;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.LocalEngine.Engine;

/// <summary>The receiver of the progress and results of runs. Called from any thread.</summary>
/// <param name="Report">Receives the progress of a run.</param>
/// <param name="EndedAsync">Receives the result of a video's run that has ended. Its caller goes on afterwards.</param>
internal sealed record RunWatch(Action<RunId, RunProgress> Report, Func<VideoResult, Task> EndedAsync)
{
    /// <summary>Passes progress on; there is no video whose result counts.</summary>
    public static RunWatch ProgressOf(string source, IProgress<RunUpdate>? progress) => None with
    {
        Report = (id, state) => progress?.Report(new RunUpdate(id, source, state, null)),
    };

    public static readonly RunWatch None = new((_, _) => { }, _ => Task.CompletedTask);
}
