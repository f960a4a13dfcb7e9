namespace Yttl.Core.Captions;

/// <summary>One timed line of a transcript. <see cref="Text"/> is plain, untrusted text without markup.</summary>
public sealed record Cue(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>
    /// The speaker's name, or the label that a recogniser gave; plain, untrusted text on one line. Null where it is unknown.
    /// </summary>
    public string? Speaker { get; init; }

    /// <summary>Returns when a letter of <see cref="Text"/> is spoken, as if all letters took equally long.</summary>
    /// <param name="letter">An index in the text, or its length.</param>
    internal TimeSpan TimeAt(int letter) => Start + (End - Start) * ((double)letter / Text.Length);
}
