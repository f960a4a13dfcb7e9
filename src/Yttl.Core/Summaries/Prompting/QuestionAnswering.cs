using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Summaries.Citations;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>
/// Answers a question with a language model from the passages that have most of its words: one call, and one more before it
/// for the words of a question in another language, as passages are found by words.
/// </summary>
/// <param name="inputTokens">The most tokens of the question and the passages in one prompt.</param>
internal sealed class QuestionAnswering(ILanguageModel model, int inputTokens)
{
    private const int MostPassages = 12;

    /// <summary>Where so many of its words occur, a question in another language finds its passages: names and numbers.</summary>
    private const double EnoughWords = 0.5;

    public async Task<SummarizedText> AnswerAsync(QuestionBrief brief, SummaryOptions options, CancellationToken cancellationToken)
    {
        var found = brief.Find(brief.Question, null, MostPassages);
        var tokens = default(TokenUsage);
        if (brief is { IsForeign: true, TranscriptLanguage: { } spoken } && found.Share < EnoughWords)
        {
            var words = await model.CompleteBoundedAsync(QuestionPrompts.Words(brief, spoken), cancellationToken);
            (found, tokens) = (brief.Find(words.Text, brief.Question, MostPassages), words.Tokens);
        }

        if (found.Passages is [])
            return new SummarizedText(new Summary(""), tokens);
        var answer = await AskAsync(brief, options, found.Passages, cancellationToken);
        return answer with { Tokens = tokens + answer.Tokens };
    }

    /// <summary>Asks with as many passages as fit. Where the model still finds them too long, half of them.</summary>
    private async Task<SummarizedText> AskAsync(
        QuestionBrief brief, SummaryOptions options, IReadOnlyList<TranscriptPassage> passages, CancellationToken cancellationToken)
    {
        for (var count = Fitting(passages, inputTokens - TokenEstimate.Estimate(brief.Question)); ; count /= 2)
        {
            var sentences = InOrder(passages.Take(count));
            try
            {
                var completion = await model.CompleteBoundedAsync(
                    QuestionPrompts.Answer(brief, sentences, options.OutputLanguage), cancellationToken);
                return Read(completion, sentences, brief, options);
            }
            catch (YttlException e) when (e.Failure.Code is "model.context" && count > 1)
            {
                // Fewer passages follow.
            }
        }
    }

    private static SummarizedText Read(
        Completion completion, List<PromptSentence> sentences, QuestionBrief brief, SummaryOptions options)
    {
        var text = completion.Text;
        var spoken = brief.TranscriptLanguage;
        var written = options.OutputLanguage ?? LanguageDetector.Find([text], answer => answer) ?? spoken;
        var answer = CitedAnswer.Parse(text, sentences.Count, written);
        if (IsRefusal(answer))
            return new SummarizedText(new Summary(""), completion.Tokens);
        if (!SummaryText.HasWords(answer.Text))
            throw new YttlException(FailureCategory.Api, "model.bad-output",
                $"the model answered with markup and no text: ask again, or try another model ({SettingName.For("llm_model")})");
        var sources = new SourceFinder(
            sentences, spoken, areWordsForeign: spoken is { } one && written is { } other && !one.SharesLanguageWith(other));
        var summary = new Summary(answer.Text)
        {
            Sentences = [.. answer.Sentences.Where(sentence => !IsRefusal(sentence.Text)).Select(sources.Find)],
        };
        return new SummarizedText(summary, completion.Tokens) { Note = completion.Note };
    }

    /// <summary>
    /// Whether an answer begins with the words for that, or has them in capitals and names no passage: models add a reason.
    /// </summary>
    private static bool IsRefusal(CitedAnswer answer) => IsRefusal(answer.Text)
        || answer.Sentences.All(sentence => sentence.Numbers is [])
            && answer.Text.Contains(QuestionPrompts.NotInVideo, StringComparison.Ordinal);

    private static bool IsRefusal(string text) => string.Concat(text.Where(letter => char.IsLetter(letter) || letter == ' ')).TrimStart()
        .StartsWith(QuestionPrompts.NotInVideo, StringComparison.OrdinalIgnoreCase);

    private static int Fitting(IReadOnlyList<TranscriptPassage> passages, int tokens)
    {
        var taken = 0;
        var count = passages.TakeWhile(passage =>
            (taken += passage.Sentences.Sum(sentence => TokenEstimate.Estimate(sentence.Text))) <= tokens).Count();
        return Math.Max(1, count);
    }

    /// <summary>Returns the sentences in the order of the video. A part begins where words are left out before it.</summary>
    private static List<PromptSentence> InOrder(IEnumerable<TranscriptPassage> passages)
    {
        var sentences = new List<PromptSentence>();
        var end = -1;
        foreach (var passage in passages.OrderBy(passage => passage.First))
        {
            var isApart = sentences.Count > 0 && passage.First != end;
            sentences.AddRange(passage.Sentences.Select((sentence, i) => sentence with { StartsPart = isApart && i == 0 }));
            end = passage.End;
        }

        return sentences;
    }
}
