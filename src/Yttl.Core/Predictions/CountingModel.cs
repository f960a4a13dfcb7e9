using System.Text;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries;

namespace Yttl.Core.Predictions;

/// <summary>Counts the prompts that it gets, and answers each with a text of the length of a usual answer.</summary>
internal sealed class CountingModel : ILanguageModel
{
    private const int WordsPerSentence = 24;

    private const int WordLength = 5;

    private const int TitleWords = 5;

    public int Calls { get; private set; }

    public TokenUsage Tokens { get; private set; }

    public Task<Completion> CompleteAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The room for the text is twice what a summary needs.
        var answer = TextOf(prompt.TextTokens / 2);
        var tokens = new TokenUsage(
            TokenEstimate.Estimate(prompt.System) + TokenEstimate.Estimate(prompt.User), TokenEstimate.Estimate(answer));
        Calls++;
        Tokens += tokens;
        return Task.FromResult(new Completion(answer, tokens));
    }

    /// <summary>
    /// A title, and sentences that cite. No word occurs twice, so that no summariser takes the sentences for repetitions.
    /// </summary>
    private static string TextOf(int tokens)
    {
        var text = new StringBuilder("TITLE:");
        for (var word = 0; word < TitleWords; word++)
            text.Append(' ').Append(WordOf(word));
        text.Append('\n');
        for (var word = 0; word == 0 || text.Length < 4 * tokens; word++)
            text.Append(WordOf(TitleWords + word)).Append(word % WordsPerSentence == WordsPerSentence - 1 ? " [1, 2]. " : " ");
        return text.Append("[1].").ToString();
    }

    private static string WordOf(int number) => string.Create(WordLength, number, static (letters, rest) =>
    {
        for (var i = letters.Length - 1; i >= 0; i--, rest /= 26)
            letters[i] = (char)('a' + rest % 26);
    });
}
