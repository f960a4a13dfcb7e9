using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Search;

namespace Yttl.Core.Specs.Search;

/// <summary>An index of tokens finds every text that matches.</summary>
public sealed class SearchTokensSpecs
{
    [Theory]
    [InlineData("In C++ and (Zürich)?", "in", "c", "+", "+", "and", "zurich")]
    [InlineData("你好 世界。", "你好", "好", "世界", "界")]
    [InlineData("ไปp", "ไป", "ป", "p")]
    [InlineData("don't", "don", "'", "t")]
    public void A_text_is_broken_into_words_pairs_and_signs(string text, params string[] tokens) =>
        SearchText.Tokens(SearchText.Fold(text)).ShouldBe(tokens);

    [Fact]
    public void A_text_with_a_match_has_all_terms_of_the_query()
    {
        string[] pieces =
        [
            "gravity", "grav", "Zür", "ich", "世", "界", "カ", "ー", "ไ", "ที่", "न", "ि", "한", "국", "+", "-", "'", "𝒳", "𠀀", "ß", "9",
            " ", " ", "\u0301", "\u200D", new string('x', 40), "\uD800",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
        var tried = 0;
        Prop.ForAll(
            texts,
            Gen.Choose(0, 200).Two().ToArbitrary(),
            (text, cut) =>
            {
                var (from, length) = (cut.Item1 % (text.Length + 1), cut.Item2 % (text.Length + 1));
                var part = text.Substring(from, Math.Min(length, text.Length - from));
                if (SearchText.Fold(part).Trim() is "")
                    return;
                var query = SearchWords.Parse(part);
                var folded = SearchText.Fold(text);
                if (query.MissingIn(folded).Count > 0)
                    return;
                tried++;
                var tokens = SearchText.Tokens(folded).ToHashSet();
                foreach (var (token, isPrefix) in query.Terms())
                    tokens.ShouldContain(
                        found => isPrefix ? found.StartsWith(token, StringComparison.Ordinal) : found == token,
                        $"'{part}' in '{text}': {token}");
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        tried.ShouldBeGreaterThan(100);
    }
}
