using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

/// <summary>What became of the model. Starts as <see cref="Loading"/>, and each change is for good.</summary>
internal abstract record ModelState
{
    public sealed record Loading : ModelState;

    public sealed record Serving(IRecognizer Recognizer, WaitingLine Line, int Threads) : ModelState;

    /// <summary>Loaded, but not on what was asked for: answers would come far too slowly, so none are given.</summary>
    public sealed record Unfit(LoadedRuntime Runtime, string Reason) : ModelState;

    public sealed record Failed(string Reason) : ModelState;

    /// <summary>The server goes down in good order.</summary>
    public sealed record Closing : ModelState;
}
