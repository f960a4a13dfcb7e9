using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>Shows the progress of runs. Called from any thread.</summary>
internal interface IRunView
{
    /// <summary>A run has made progress.</summary>
    void Report(RunId run, string source, RunProgress progress);

    /// <summary>A video has ended.</summary>
    void Finished(Request request, VideoResult result);

    /// <summary>An unforeseen exception. Its stack trace is shown with <c>-v</c> only.</summary>
    void Unforeseen(Exception exception);
}
