using Yttl.LocalEngine;
using Yttl.Workflows;

namespace Yttl.Cli.Runs;

/// <summary>Shows runs while they go on. Called from any thread.</summary>
internal interface IRunView : IProgress<RunUpdate>
{
    /// <summary>One video has come to its end.</summary>
    void Finished(Request request, VideoResult result);

    /// <summary>Something was not foreseen: its trace is shown to who asks for more with <c>-v</c>.</summary>
    void Unforeseen(Exception exception);
}
