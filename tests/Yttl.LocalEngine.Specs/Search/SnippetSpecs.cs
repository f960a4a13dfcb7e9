using Yttl.LocalEngine.Search;

namespace Yttl.LocalEngine.Specs.Search;

public sealed class SnippetSpecs
{
    [Fact]
    public void A_long_passage_is_shortened_around_the_word()
    {
        var padding = string.Concat(Enumerable.Repeat("padding ", 100));
        var text = $"{padding}gravity {padding}";

        var snippet = Snippet.Around(text, text.IndexOf("gravity", StringComparison.Ordinal));

        snippet.Length.ShouldBeLessThan(250);
        snippet.ShouldContain("gravity");
        snippet.ShouldStartWith("… ");
        snippet.ShouldEndWith(" …");
    }

    [Fact]
    public void A_shortened_passage_begins_and_ends_with_whole_words()
    {
        var text = string.Join(' ', Enumerable.Range(100, 200).Select(number => $"word{number}"));

        foreach (var index in Enumerable.Range(0, 200).Select(word => 8 * word))
        {
            var snippet = Snippet.Around(text, index);
            snippet.Split(' ').ShouldAllBe(word => word == "…" || word.Length == "word100".Length);
            snippet.ShouldContain(text.Substring(index, 7));
        }
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("ที่นี่", 100));

        foreach (var index in Enumerable.Range(0, text.Length))
            Snippet.Around(text, index).Trim('…', ' ')[0].ShouldBeOneOf('ท', 'น');
    }

    [Fact]
    public void A_character_is_never_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 300));

        foreach (var index in Enumerable.Range(0, text.Length))
            Snippet.Around(text, index).EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
    }
}
