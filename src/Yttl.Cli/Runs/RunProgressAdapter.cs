using Yttl.LocalEngine.Results;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>Passes the progress and the results of one request to the view.</summary>
/// <param name="finished">Called with each result, after the view.</param>
internal sealed class RunProgressAdapter(Request request, IRunView view, Action<VideoResult> finished) : IProgress<RunUpdate>
{
    public void Report(RunUpdate value)
    {
        if (value.Result is { } result)
            Ended(result);
        else
            view.Report(value.Run, value.Source, value.Progress!);
    }

    public VideoResult Ended(VideoResult result)
    {
        view.Finished(request, result);
        finished(result);
        return result;
    }
}
