using Yttl.Core.Failures;
using Yttl.Core.Questions;

namespace Yttl.Core.Specs.Questions;

public sealed class QuestionTextSpecs
{
    [Theory]
    [InlineData("  When was it\n\tfinished? ", "When was it finished?")]
    [InlineData("いつ?", "いつ?")]
    [InlineData("1759", "1759")]
    [InlineData("one\u0000two\u001b[31m", "one two [31m")]
    public void A_question_is_one_line(string text, string question) => QuestionText.Parse(text).ShouldBe(question);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("?!")]
    [InlineData("\ud83d\ude00")]
    public void Without_a_word_there_is_nothing_to_answer(string text) => CodeOf(text).ShouldBe("question.empty");

    [Fact]
    public void It_is_bounded_in_bytes()
    {
        QuestionText.Parse(new string('a', QuestionText.Longest)).Length.ShouldBe(QuestionText.Longest);

        CodeOf(new string('a', QuestionText.Longest + 1)).ShouldBe("question.too-long");
        CodeOf(new string('字', QuestionText.Longest / 3 + 1)).ShouldBe("question.too-long");
        CodeOf(new string('a', 50_000)).ShouldBe("question.too-long");
    }

    private static string CodeOf(string text) => Should.Throw<YttlException>(() => QuestionText.Parse(text)).Failure.Code;
}
