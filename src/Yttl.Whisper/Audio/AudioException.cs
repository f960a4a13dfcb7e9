namespace Yttl.Whisper.Audio;

/// <summary>The upload cannot be used; the message says why, for the client.</summary>
internal sealed class AudioException(string message, Exception? inner = null) : Exception(message, inner);
