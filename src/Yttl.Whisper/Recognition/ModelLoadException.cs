namespace Yttl.Whisper.Recognition;

/// <summary>The model cannot be loaded; the message names the file, the problem and what to do.</summary>
internal sealed class ModelLoadException(string message, Exception? inner = null) : Exception(message, inner);
