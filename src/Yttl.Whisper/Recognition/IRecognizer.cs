namespace Yttl.Whisper.Recognition;

/// <summary>A loaded model. Safe for concurrent use: calls share only its weights.</summary>
internal interface IRecognizer : IDisposable
{
    LoadedRuntime Runtime { get; }

    /// <summary>Whisper's language codes: <c>en</c>, <c>yue</c>.</summary>
    IReadOnlySet<string> Languages { get; }

    /// <param name="samples">Samples at 16 kHz, mono, -1 to 1.</param>
    /// <param name="cancellationToken">
    /// Stops the native work too: the call returns only when that work has ended.
    /// </param>
    /// <exception cref="RecognitionException">The native library failed.</exception>
    Task<Recognition> RecognizeAsync(
        ReadOnlyMemory<float> samples, RecognitionRequest request, CancellationToken cancellationToken);
}
