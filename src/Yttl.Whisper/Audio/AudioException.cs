namespace Yttl.Whisper.Audio;

/// <summary>The upload cannot be used; the message tells the client why.</summary>
internal sealed class AudioException(string message, Exception? inner = null) : Exception(message, inner);
