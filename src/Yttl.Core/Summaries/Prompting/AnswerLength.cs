using Yttl.Core.Failures;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>
/// Recognises answers far longer than asked for. A server may ignore the limit of tokens, and each summary is read again by
/// the calls that consolidate it: an answer of 200 kB would be divided and summarised by dozens of them.
/// </summary>
internal static class AnswerLength
{
    /// <summary>What the estimate of tokens may be wrong by, and more.</summary>
    private const int Tolerance = 2;

    /// <summary>On a summary that is cut.</summary>
    public const string Note =
        "The model wrote more than twice the length that was asked for, and again on another attempt: the summary is cut.";

    /// <summary>Asks once more for an answer that is far too long; should that be so too, it is cut.</summary>
    /// <exception cref="YttlException">As <see cref="ILanguageModel.CompleteAsync"/>.</exception>
    public static async Task<Completion> CompleteBoundedAsync(
        this ILanguageModel model, Prompt prompt, CancellationToken cancellationToken)
    {
        var first = await model.CompleteAsync(prompt, cancellationToken);
        if (!IsExceeded(first.Text, prompt.MaxOutputTokens))
            return first;
        Completion again;
        try
        {
            again = await model.CompleteAsync(prompt, cancellationToken);
        }
        catch (YttlException)
        {
            // The beginning of what was written is still good.
            again = first with { Tokens = default };
        }

        again = again with { Tokens = first.Tokens + again.Tokens };
        return IsExceeded(again.Text, prompt.MaxOutputTokens)
            ? again with { Text = Cut(again.Text, prompt.TextTokens), Note = Note }
            : again;
    }

    /// <param name="maxTokens">What was asked for.</param>
    public static bool IsExceeded(string text, int maxTokens) =>
        TokenEstimate.Quarters(text) > 4L * Tolerance * maxTokens;

    /// <summary>
    /// Returns the whole sentences of a text that fit; where its first does not, the words that do.
    /// </summary>
    public static string Cut(string text, int tokens)
    {
        var room = 4L * tokens;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            room -= TokenEstimate.Quarters(text.AsSpan(end, rune.Utf16SequenceLength));
            if (room < 0)
                break;
            end += rune.Utf16SequenceLength;
        }

        var kept = text[..end];
        if (SummaryText.WholeSentences(kept) is { Length: > 0 } sentences)
            return sentences;
        var space = kept.LastIndexOf(' ');
        return (space > 0 ? kept[..space] : kept).TrimEnd() + "…";
    }
}
