using Yttl.Core.Captions;

namespace Yttl.Core.Specs.Captions;

public sealed class CaptionQualitySpecs
{
    [Theory]
    [InlineData(181, 60, true)]
    [InlineData(181, 61, false)]
    [InlineData(180, 1, false)]
    [InlineData(3600, 1199, true)]
    [InlineData(3600, 1200, false)]
    public void A_track_under_one_word_in_three_seconds_is_truncated_unless_the_video_is_short(
        int seconds, int words, bool truncated) =>
        CaptionQuality.IsTruncated(Cues(words), TimeSpan.FromSeconds(seconds)).ShouldBe(truncated);

    [Fact]
    public void Nothing_is_said_of_a_video_of_unknown_length() =>
        CaptionQuality.IsTruncated(Cues(1), null).ShouldBeFalse();

    [Theory]
    [InlineData("", 0)]
    [InlineData("♪ — ... ♪", 0)]
    [InlineData("Don't stop - well-known, 42!", 4)]
    [InlineData("Привет, мир", 2)]
    [InlineData("नमस्ते दुनिया", 2)]
    [InlineData("안녕하세요 여러분", 2)]
    [InlineData("今日は良い天気", 3.5)]
    [InlineData("今天 Linux 很好", 3)]
    [InlineData("กกกกกกกก", 2)]
    public void Words_are_counted_in_scripts_with_and_without_spaces(string text, double words) =>
        CaptionQuality.Words(text).ShouldBe(words);

    private static IEnumerable<Cue> Cues(int words) =>
        Enumerable.Range(0, words).Select(i => CueLines.Cue(i, i + 1, "word"));
}
