using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries;

/// <summary>A question about a video, with access to the passages that may answer it.</summary>
/// <param name="Question">On one line.</param>
/// <param name="Title">The video's title, untrusted.</param>
/// <param name="Language">Of the question; null where it is too short to tell.</param>
public sealed record QuestionBrief(string Question, string Title, LanguageTag? Language, LanguageTag? TranscriptLanguage)
{
    /// <summary>Finds passages of the transcript by the words of a text.</summary>
    internal PassageSearch Find { get; init; } = (_, _, _) => new FoundPassages([], 0, IsTelling: false);

    /// <summary>Whether the question is known to be in another language than the transcript.</summary>
    internal bool IsForeign =>
        Language is { } asked && TranscriptLanguage is { } spoken && !asked.SharesLanguageWith(spoken);
}

/// <param name="words">What is looked for. Where it has no word but those of any talk, the passages stand for the whole.</param>
/// <param name="also">Words that are looked for as well; null for none.</param>
/// <param name="most">The most passages, at least 1.</param>
internal delegate FoundPassages PassageSearch(string words, string? also, int most);

/// <param name="Passages">Best first, without overlaps; empty where no word occurs.</param>
/// <param name="Share">How many of the words that are looked for occur, from 0 to 1.</param>
/// <param name="IsTelling">Whether one of them that is no word of any talk occurs, where there is such a word.</param>
internal sealed record FoundPassages(IReadOnlyList<TranscriptPassage> Passages, double Share, bool IsTelling);

/// <summary>Consecutive sentences of a transcript.</summary>
/// <param name="First">The place of the first among the sentences of the transcript.</param>
/// <param name="Score">Comparable between the passages of one search.</param>
internal sealed record TranscriptPassage(int First, IReadOnlyList<PromptSentence> Sentences, double Score)
{
    public int End => First + Sentences.Count;

    /// <summary>From its first to its last word; several where that is longer than a source may be.</summary>
    public IReadOnlyList<TimeRange> Sources()
    {
        var start = Sentences[0].Sources[0].Start;
        return SourcedSentence.Joined([new TimeRange(start, Times.Later(start, Sentences[^1].Sources[^1].End))]);
    }
}
