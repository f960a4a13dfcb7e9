using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Prompting;

/// <summary>Builds the prompts of questions, as pure functions, like <see cref="Prompts"/>.</summary>
public static class QuestionPrompts
{
    /// <summary>Raised with every change that may alter an answer. Part of the cache key of finished work.</summary>
    public const int Version = 1;

    /// <summary>The answer where the passages do not tell.</summary>
    internal const string NotInVideo = "NOT IN THIS VIDEO";

    // Reasoning models count their reasoning as output.
    private const int RoomToThink = 1_500;
    private const int AnswerTokens = 500;
    private const int WordsTokens = 60;

    /// <param name="passages">Sentences of the transcript, in order.</param>
    internal static Prompt Answer(QuestionBrief brief, IReadOnlyList<PromptSentence> passages, LanguageTag? language)
    {
        var system = string.Join('\n',
        [
            "You answer a question about a video from passages of its transcript, for somebody who has not seen it.",
            "",
            "- The data is the video's title and the passages that may answer the question, in order, their sentences numbered, a line "
            + "of three hyphens where words are left out. Automatic transcripts hold errors: go by the sense.",
            Prompts.DataRule("material to answer from"),
            "- The question stands after the data, on one line.",
            $"- Write in {(language is { } wanted ? LanguageName.Format(wanted) : "the language of the question")}, "
            + "whatever language the data is in.",
            "- Answer in one to five sentences of plain prose, the answer itself first. Say only what the passages say: nothing that "
            + "you know from elsewhere, and nothing that they only suggest.",
            Prompts.CitationRule,
            $"- Where the passages do not answer the question, answer with the one line {NotInVideo}, in these English words.",
            Prompts.NoTimesRule,
            "- Answer with these sentences alone: no heading, no preamble, no closing remark, no other markup.",
        ]);
        var user = $"{Prompts.Data(brief.Title, "", passages)}\n\nThe question: {PlainText.Fold(brief.Question)}\n\n"
            + $"Answer it from the data above alone, or with {NotInVideo}.";
        return new Prompt(system, user, RoomToThink + AnswerTokens) { Video = brief.Title, TextTokens = AnswerTokens };
    }

    /// <summary>Asks for the words of a transcript that answers a question in another language.</summary>
    internal static Prompt Words(QuestionBrief brief, LanguageTag spoken) => new(
        $"You translate a question about a video into words to search its transcript for, which is in {LanguageName.Format(spoken)}.\n\n"
        + "- Write the nouns, names, numbers and verbs of the question, and where a word has a usual synonym that too: at most fifteen "
        + $"words of {LanguageName.Format(spoken)}, on one line, separated by spaces.\n"
        + "- Answer with this line alone. Do not answer the question.",
        $"The question: {PlainText.Fold(brief.Question)}",
        RoomToThink + WordsTokens)
    {
        Video = brief.Title,
        TextTokens = WordsTokens,
    };
}
