namespace Yttl.Whisper.Recognition;

/// <param name="Text">
/// With its leading space where it begins a word; with U+FFFD where the token is only a part of a character.
/// </param>
internal sealed record HeardToken(int Id, TimeSpan Start, TimeSpan End, string Text, double LogProbability)
{
    /// <summary>Marks such as <c>[_BEG_]</c>, <c>[_TT_150]</c> and <c>&lt;|endoftext|&gt;</c> are no text.</summary>
    public bool IsSpecial =>
        (Text.StartsWith("[_", StringComparison.Ordinal) && Text.EndsWith(']'))
        || (Text.StartsWith("<|", StringComparison.Ordinal) && Text.EndsWith("|>", StringComparison.Ordinal));

    public bool IsBroken => Text.Contains('\uFFFD');
}
