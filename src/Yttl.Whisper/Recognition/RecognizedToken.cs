namespace Yttl.Whisper.Recognition;

/// <param name="Text">
/// Includes the leading space at the start of a word; contains U+FFFD where the token is only a part of a character.
/// </param>
internal sealed record RecognizedToken(int Id, TimeSpan Start, TimeSpan End, string Text, double LogProbability)
{
    /// <summary>
    /// True for marks such as <c>[_BEG_]</c>, <c>[_TT_150]</c> and <c>&lt;|endoftext|&gt;</c>, which are not text.
    /// </summary>
    public bool IsSpecial =>
        (Text.StartsWith("[_", StringComparison.Ordinal) && Text.EndsWith(']'))
        || (Text.StartsWith("<|", StringComparison.Ordinal) && Text.EndsWith("|>", StringComparison.Ordinal));

    public bool IsBroken => Text.Contains('\uFFFD');
}
