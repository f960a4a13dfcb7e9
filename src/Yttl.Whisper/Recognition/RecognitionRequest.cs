namespace Yttl.Whisper.Recognition;

/// <param name="Language">One of <see cref="IRecognizer.Languages"/>; null to find out.</param>
/// <param name="Prompt">Words that set the style and the spelling; null for none.</param>
/// <param name="Temperature">0 to 1. From 0 the model warms up by itself where it is unsure.</param>
/// <param name="Words">Whether times of words are wanted; they cost a little.</param>
/// <param name="Threads">Processor threads for this call, from 1.</param>
internal sealed record RecognitionRequest(string? Language, string? Prompt, float Temperature, bool Words, int Threads);
