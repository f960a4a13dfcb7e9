using System.Globalization;
using System.Text;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Questions;

/// <summary>A question about a video, as every host takes it.</summary>
public static class QuestionText
{
    /// <summary>In bytes of UTF-8: several pages. All of it is in the prompt, beside the passages.</summary>
    public const int Longest = 4096;

    /// <summary>Returns the question on one line.</summary>
    /// <exception cref="YttlException"><c>question.empty</c>, <c>question.too-long</c>.</exception>
    public static string Parse(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > Longest)
            throw new YttlException(FailureCategory.Input, "question.too-long", string.Create(
                CultureInfo.InvariantCulture, $"the question has {bytes:N0} bytes: shorten it to {Longest:N0} at most"));
        return PlainText.OneLine(text) is { } line && line.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? line
            : throw new YttlException(FailureCategory.Input, "question.empty", "the question has no word: ask for something");
    }
}
