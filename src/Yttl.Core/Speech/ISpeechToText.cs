using Yttl.Core.Failures;

namespace Yttl.Core.Speech;

/// <summary>A recogniser of speech, behind the OpenAI transcription protocol. Safe for concurrent use.</summary>
public interface ISpeechToText
{
    /// <summary>Sends one upload and returns what was heard in it; nothing said is an answer without segments.</summary>
    /// <exception cref="YttlException">
    /// <c>speech.bad-output</c>, <c>speech.too-large</c>, and the network, rate-limit, authentication, memory and api
    /// failures that outlived this client's own retries.
    /// </exception>
    Task<SpeechAnswer> TranscribeAsync(SpeechUpload upload, CancellationToken cancellationToken);
}
