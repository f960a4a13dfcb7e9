namespace Yttl.Whisper.Recognition;

/// <summary>A loaded model. Safe for concurrent use: calls share its weights and nothing else.</summary>
internal interface IRecognizer : IDisposable
{
    LoadedRuntime Runtime { get; }

    /// <summary>Codes as Whisper has them: <c>en</c>, <c>yue</c>.</summary>
    IReadOnlySet<string> Languages { get; }

    /// <param name="samples">16 kHz, mono, -1 to 1.</param>
    /// <param name="cancellationToken">
    /// Stops the native work too: the call ends only when nothing of it runs any more.
    /// </param>
    /// <exception cref="RecognitionException">The native library gave up.</exception>
    Task<Recognition> RecognizeAsync(
        ReadOnlyMemory<float> samples, RecognitionRequest request, CancellationToken cancellationToken);
}
