namespace Yttl.Core.Summaries.Extractive;

/// <summary>A sentence as it was said. The words are those of the transcript.</summary>
/// <param name="FirstCue">The index of the cue that it begins in, among all that were given.</param>
/// <param name="LastCue">The index of the cue that it ends in.</param>
/// <param name="Start">The start of its first cue.</param>
/// <param name="End">The end of its last cue.</param>
internal sealed record Sentence(string Text, int FirstCue, int LastCue, TimeSpan Start, TimeSpan End)
{
    /// <summary>Whether it goes on from the one before: the speaker made no stop there.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Whether it is the text of a song.</summary>
    public bool IsSung { get; init; }
}
