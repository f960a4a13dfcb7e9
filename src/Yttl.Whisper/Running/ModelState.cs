using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Running;

/// <summary>The state of the model. Starts as <see cref="Loading"/>; every change is final.</summary>
internal abstract record ModelState
{
    public static readonly ModelState Loading =
        new Unavailable("loading", "loading", "The model is still being loaded.") { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>The server is shutting down.</summary>
    public static readonly ModelState Closing = new Unavailable("closing", "closing", "The server is shutting down.");

    /// <summary>
    /// Loaded on another runtime than the wanted one: transcription would be far too slow, so requests are rejected.
    /// </summary>
    public static ModelState Unfit(LoadedRuntime runtime, string reason) =>
        new Unavailable("unhealthy", "unhealthy", reason) { Runtime = runtime };

    /// <summary>Cannot be loaded: the process ends with an error.</summary>
    public static ModelState Failed(string reason) =>
        new Unavailable("failed", "model_failed", reason) { EndsProcess = true };

    public sealed record Serving(IRecognizer Recognizer, WaitingLine Line, int Threads) : ModelState;

    /// <summary>Requests are rejected.</summary>
    /// <param name="Status">The state in <c>/health</c>.</param>
    /// <param name="Code">The error code of a rejected request.</param>
    /// <param name="Reason">One sentence for people.</param>
    public sealed record Unavailable(string Status, string Code, string Reason) : ModelState
    {
        /// <summary>The runtime that was loaded instead of the wanted one; null for none.</summary>
        public LoadedRuntime? Runtime { get; init; }

        /// <summary>When to try again; null where a repetition does not help.</summary>
        public TimeSpan? RetryAfter { get; init; }

        public bool EndsProcess { get; init; }
    }
}
