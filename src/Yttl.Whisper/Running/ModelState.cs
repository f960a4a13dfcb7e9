using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

/// <summary>The state of the model. Starts as <see cref="Loading"/>; every change is final.</summary>
internal abstract record ModelState
{
    public sealed record Loading : ModelState;

    public sealed record Serving(IRecognizer Recognizer, WaitingLine Line, int Threads) : ModelState;

    /// <summary>
    /// Loaded on another runtime than the wanted one: transcription would be far too slow, so requests are rejected.
    /// </summary>
    public sealed record Unfit(LoadedRuntime Runtime, string Reason) : ModelState;

    public sealed record Failed(string Reason) : ModelState;

    /// <summary>The server is shutting down.</summary>
    public sealed record Closing : ModelState;
}
