namespace Yttl.Whisper.Recognition;

internal sealed class RecognitionException(string message, Exception? inner = null) : Exception(message, inner);
