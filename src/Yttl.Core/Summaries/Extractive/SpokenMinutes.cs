using System.Text.RegularExpressions;
using Yttl.Core.Segments;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Minutes without a model: the sentences that agree or promise in so many words, at most two of each for a segment, those
/// that say most. Whether a question stays open is not known.
/// </summary>
internal static partial class SpokenMinutes
{
    /// <summary>More would be a transcript.</summary>
    private static readonly SummaryBudget Most = new(Words: 90, Sentences: 2);

    // Shorter ones agree to what another sentence says.
    private const int FewestWords = 7;

    /// <summary>Returns minutes without an entry where the words of the language are not known.</summary>
    /// <param name="sentences">Of the segment.</param>
    /// <param name="cite">Turns one of them into one of the minutes.</param>
    public static MeetingMinutes From(SegmentText segment, IReadOnlyList<Sentence> sentences, Func<Sentence, SourcedSentence> cite)
    {
        if (MeetingWords.Find(segment.Language) is not { } words || SpeechHabits.Find(segment.Language) is not { } habits)
            return new MeetingMinutes();
        var telling = sentences.Where(sentence => Words.Count(sentence.Text) >= FewestWords
            && !MeetingWords.Has(sentence.Text, habits.Greetings) && !MeetingWords.Has(sentence.Text, habits.Asides)).ToList();
        var promises = telling.FindAll(sentence => words.Promises(sentence.Text));
        var decisions = telling.FindAll(sentence => words.Agrees(sentence.Text) && MeetingWords.Has(sentence.Text, habits.Commitments));
        return new MeetingMinutes
        {
            Decisions = [.. Choose(decisions.Except(promises)).Select(cite)],
            Actions = [.. Choose(promises).Select(sentence => Action(cite(sentence), segment.Cues[sentence.FirstCue].Speaker))],
        };

        IReadOnlyList<Sentence> Choose(IEnumerable<Sentence> from) => Extract.From([.. from], segment.Language, Most, areWhole: true);
    }

    private static ActionItem Action(SourcedSentence sentence, string? speaker) =>
        new(sentence.Text, sentence.Sources, sentence.Support)
        {
            Owner = speaker,
            Due = Due().Match(sentence.Text) is { Success: true } due ? due.Value : null,
        };

    // English alone. Elsewhere the sentence itself says it.
    [GeneratedRegex(
        @"\b(?:(?:by|before|until)\s+)?(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:day|week|month|quarter|year)|tomorrow|tonight"
        + @"|(?:this|next)\s+(?:week|month|quarter|year)|(?:(?:this|next)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Due();
}
