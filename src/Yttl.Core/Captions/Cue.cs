namespace Yttl.Core.Captions;

/// <summary>One timed line of a transcript. <see cref="Text"/> is plain, untrusted text without markup.</summary>
public sealed record Cue(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>Returns when a letter of <see cref="Text"/> is spoken, as if all letters took equally long.</summary>
    /// <param name="letter">An index in the text, or its length.</param>
    internal TimeSpan TimeAt(int letter) => Start + (End - Start) * ((double)letter / Text.Length);
}
