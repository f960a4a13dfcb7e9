using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Specs.Recognition;

public sealed class WordGroupingSpecs
{
    [Fact]
    public void A_leading_space_begins_a_word() =>
        Words(" Hello there.", "[_BEG_]", " Hel", "lo", " there", ".", "[_TT_50]")
            .ShouldBe(["Hello 0.1-0.3", "there. 0.3-0.5"]);

    [Fact]
    public void Scripts_without_spaces_give_a_word_per_token() =>
        Words("日本語です", "日本", "語", "です").ShouldBe(["日本 0.0-0.1", "語 0.1-0.2", "です 0.2-0.3"]);

    [Fact]
    public void A_character_that_is_split_over_tokens_is_whole() =>
        Words("大饕餮食", "大", "\uFFFD", "\uFFFD\uFFFD", "食").ShouldBe(["大 0.0-0.1", "饕餮 0.1-0.3", "食 0.3-0.4"]);

    [Fact]
    public void A_split_character_at_the_end_is_not_lost() =>
        Words(" so 🙂", " so", " \uFFFD", "\uFFFD").ShouldBe(["so 0.0-0.1", "🙂 0.1-0.3"]);

    [Fact]
    public void Nothing_heard_gives_no_words() => Words("", "[_BEG_]", "<|endoftext|>").ShouldBeEmpty();

    [Fact]
    public void A_word_never_ends_before_it_starts()
    {
        RecognizedToken[] tokens = [new(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), " odd", 0)];

        WordGrouping.Group(" odd", tokens).ShouldBe([new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), "odd")]);
    }

    private static IEnumerable<string> Words(string text, params string[] tokens) => WordGrouping
        .Group(text, tokens.Select((token, i) => new RecognizedToken(i, Time(i), Time(i + 1), token, -0.5)))
        .Select(word => FormattableString.Invariant(
            $"{word.Text} {word.Start.TotalSeconds:0.0}-{word.End.TotalSeconds:0.0}"));

    private static TimeSpan Time(int tenths) => TimeSpan.FromMilliseconds(100 * tenths);
}
