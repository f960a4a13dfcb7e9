namespace Yttl.Core.Speech.Stitching;

/// <summary>A word of a phrase, or a letter where a script writes no spaces between words.</summary>
/// <param name="Text">As it stands in the phrase, with the space before it: texts are joined as they are.</param>
/// <param name="Plain">Its letters and digits, lower case: what two readings of it have in common.</param>
/// <param name="IsTimed">Its times are the recogniser's; else they are a share of the phrase's.</param>
internal sealed record Token(
    TimeSpan Start, TimeSpan End, string Text, string Plain, bool IsTimed, SpokenPhrase Phrase)
{
    public TimeSpan Middle => Start + (End - Start) / 2;
}
