using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Runs;

/// <summary>Shows runs while they go on. Called from any thread.</summary>
internal interface IRunView
{
    /// <summary>A run goes on.</summary>
    void Report(RunId run, string source, RunProgress progress);

    /// <summary>One video has come to its end.</summary>
    void Finished(Request request, VideoResult result);

    /// <summary>Something was not foreseen: its trace is shown to who asks for more with <c>-v</c>.</summary>
    void Unforeseen(Exception exception);
}
