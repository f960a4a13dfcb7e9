using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Speech.Stitching;

/// <summary>Converts phrases to tokens and back.</summary>
internal static class Tokens
{
    public static IEnumerable<Token> From(SpokenPhrase phrase) =>
        phrase.Words.Count > 0
            ? phrase.Words.Select(word => new Token(
                word.Start, word.End, word.Text, Plain(word.Text), IsTimed: true, phrase))
            : Spread(phrase);

    /// <summary>Joins adjacent tokens of the same phrase. A complete phrase is returned unchanged.</summary>
    public static IEnumerable<SpokenPhrase> Join(IReadOnlyList<Token> tokens)
    {
        for (int first = 0, i = 1; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && ReferenceEquals(tokens[i].Phrase, tokens[first].Phrase))
                continue;
            var text = string.Concat(tokens.Skip(first).Take(i - first).Select(token => token.Text)).Trim();
            var phrase = tokens[first].Phrase;
            if (text.Length > 0)
                yield return text == phrase.Text ? phrase : phrase with
                {
                    Start = tokens[first].Start,
                    End = tokens[i - 1].End,
                    Text = text,
                    Words = tokens[first].IsTimed
                        ? [.. tokens.Skip(first).Take(i - first).Select(token => new SpokenWord(
                            token.Start, token.End, token.Text))]
                        : [],
                };
            first = i;
        }
    }

    private static IEnumerable<Token> Spread(SpokenPhrase phrase)
    {
        var starts = Starts(phrase.Text);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : phrase.Text.Length;
            var text = phrase.Text[starts[i]..end];
            yield return new Token(At(starts[i]), At(end), text, Plain(text), IsTimed: false, phrase);
        }

        TimeSpan At(int letter) => phrase.Start + TimeSpan.FromMilliseconds(
            Math.Round((phrase.End - phrase.Start).TotalMilliseconds * letter / phrase.Text.Length));
    }

    /// <summary>
    /// Returns the starts of the tokens. Text without a letter or digit belongs to the token before it.
    /// </summary>
    private static List<int> Starts(string text)
    {
        List<int> starts = [0];
        var hasWord = false;
        var afterSpace = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                afterSpace = i > 0 && char.IsWhiteSpace(text[i - 1]) ? afterSpace : i;
                continue;
            }

            if (!char.IsLetterOrDigit(text[i]) && !char.IsSurrogate(text[i]))
                continue;
            var gap = i - 1 >= 0 && IsGap(text, afterSpace, i);
            if (hasWord && (gap || UnspacedScripts.IsLetter(text[i]) || UnspacedScripts.IsLetter(text[i - 1])))
                starts.Add(gap ? afterSpace : i);
            hasWord = true;
        }

        return starts;
    }

    // Returns whether only opening marks follow the last space.
    private static bool IsGap(string text, int space, int at)
    {
        if (!char.IsWhiteSpace(text[space]))
            return false;
        for (var i = space; i < at; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                return false;
        }

        return true;
    }

    private static string Plain(string text) => string.Concat(text.Where(letter =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))).ToLower(CultureInfo.InvariantCulture);
}
