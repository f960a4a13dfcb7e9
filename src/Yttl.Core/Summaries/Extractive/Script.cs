namespace Yttl.Core.Summaries.Extractive;

internal static class Script
{
    /// <summary>
    /// Chinese and Japanese writing with its punctuation, which puts no spaces between words or sentences.
    /// </summary>
    public static bool IsWide(char letter) =>
        letter is >= '\u2E80' and < '\uA4D0' or >= '\uF900' and < '\uFB00' or >= '\uFF00' and < '\uFFF0';
}
