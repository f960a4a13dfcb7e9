using Yttl.Core.Failures;

namespace Yttl.Core.Speech;

/// <summary>A speech recogniser behind the OpenAI transcription protocol. Safe for concurrent use.</summary>
public interface ISpeechToText
{
    /// <summary>Transcribes one upload. An answer without segments means that there is no speech.</summary>
    /// <exception cref="YttlException">
    /// <c>speech.bad-output</c>, <c>speech.too-large</c>, and the network, rate-limit, authentication, memory and api
    /// failures that remain after this client's retries.
    /// </exception>
    Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken);
}
