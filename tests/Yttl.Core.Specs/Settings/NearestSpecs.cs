using Yttl.Core.Settings;

namespace Yttl.Core.Specs.Settings;

public sealed class NearestSpecs
{
    [Theory]
    [InlineData("lenght", "length")]
    [InlineData("LENGTH", "length")]
    [InlineData("ou", "out")]
    [InlineData("tone", null)]
    [InlineData("", null)]
    public void The_fewest_edits_win_and_far_words_are_not_offered(string word, string? meant) =>
        Nearest.To(word, ["length", "out", "max_concurrent_llm"]).ShouldBe(meant);

    [Fact]
    public void A_word_of_any_length_is_compared_quickly() =>
        Nearest.To(new string('x', 1_000_000), ["length"]).ShouldBeNull();
}
