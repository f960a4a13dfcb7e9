using Yttl.Core.Time;

namespace Yttl.Core.Speech.Stitching;

/// <summary>A word of a phrase, or a letter where a script has no spaces between words.</summary>
/// <param name="Text">The text as in the phrase, with the space before it, so that texts are joined unchanged.</param>
/// <param name="Plain">The letters and digits in lower case, for comparison.</param>
/// <param name="IsTimed">Whether the times are the recogniser's. Otherwise they are a share of the phrase's.</param>
internal sealed record Token(
    TimeSpan Start, TimeSpan End, string Text, string Plain, bool IsTimed, SpokenPhrase Phrase)
{
    public TimeSpan Middle => Start + (End - Start) / 2;

    /// <summary>What the recogniser says of the word's time: its own times, else its phrase's.</summary>
    public TimeRange Window => IsTimed ? new TimeRange(Start, End) : new TimeRange(Phrase.Start, Phrase.End);
}
