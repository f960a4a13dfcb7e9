namespace Yttl.Whisper.Audio;

/// <summary>The upload cannot be used; the message tells its sender why.</summary>
internal sealed class AudioException(string message, Exception? inner = null) : Exception(message, inner);
