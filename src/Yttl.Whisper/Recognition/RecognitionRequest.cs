namespace Yttl.Whisper.Recognition;

/// <param name="Language">One of <see cref="IRecognizer.Languages"/>; null to detect the language.</param>
/// <param name="Prompt">Text that sets style and spelling; null for none.</param>
/// <param name="Temperature">From 0 to 1. With 0, the model raises it where it is unsure.</param>
/// <param name="Words">True to return the times of words, at a small cost.</param>
/// <param name="Threads">CPU threads for this call, at least 1.</param>
internal sealed record RecognitionRequest(string? Language, string? Prompt, float Temperature, bool Words, int Threads);
