namespace Yttl.Whisper.Recognition;

/// <summary>The message says what is wrong with which file, and what to do.</summary>
internal sealed class ModelLoadException(string message, Exception? inner = null) : Exception(message, inner);
