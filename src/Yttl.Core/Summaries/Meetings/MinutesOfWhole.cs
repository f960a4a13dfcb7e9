using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries.Meetings;

/// <summary>
/// Collects the minutes of a meeting from those of its segments: what two of them have is one entry with the sources of both,
/// and a question that is answered later has its answer.
/// </summary>
internal static partial class MinutesOfWhole
{
    /// <summary>A later statement with this much of a question's words is its answer.</summary>
    private const double Answers = 0.6;

    /// <param name="segments">The summaries of all segments, in order.</param>
    /// <param name="language">Of the summaries; null where it is unknown.</param>
    /// <returns>Null where no segment has minutes.</returns>
    public static MeetingMinutes? From(IReadOnlyList<Summary> segments, LanguageTag? language)
    {
        if (MeetingMinutes.Join(segments.Select(segment => segment.Minutes)) is not { } all)
            return null;
        List<SourcedSentence> said = [.. all.Decisions, .. segments.SelectMany(segment => segment.Sentences).Where(Settles)];
        var likeness = new Likeness(
            [.. said.Concat(all.Actions).Concat(all.Questions ?? []).Select(sentence => sentence.Text)], language);
        return new MeetingMinutes
        {
            Decisions = Merged(all.Decisions, likeness, Merge),
            Actions = Merged(all.Actions, likeness, Merge),
            Questions = all.Questions is { } questions
                ? [.. Merged(questions, likeness, Merge).Select(question => question with { Answer = AnswerTo(question, said, likeness) })]
                : null,
        };
    }

    /// <param name="merge">Null where two entries that say the same are two.</param>
    private static List<T> Merged<T>(IEnumerable<T> entries, Likeness likeness, Func<T, T, T?> merge) where T : SourcedSentence
    {
        var merged = new List<T>();
        foreach (var entry in entries)
        {
            var at = merged.FindIndex(other => likeness.AreSame(other.Text, entry.Text) && merge(other, entry) is not null);
            if (at < 0)
                merged.Add(entry);
            else
                merged[at] = merge(merged[at], entry)!;
        }

        return merged;
    }

    private static SourcedSentence Merge(SourcedSentence one, SourcedSentence other) =>
        one with { Sources = Both(one, other), Support = Better(one, other) };

    private static ActionItem? Merge(ActionItem one, ActionItem other) =>
        IsOther(one.Owner, other.Owner) || IsOther(one.Due, other.Due) ? null : one with
        {
            Sources = Both(one, other),
            Support = Better(one, other),
            Owner = one.Owner ?? other.Owner,
            Due = one.Due ?? other.Due,
        };

    private static OpenQuestion? Merge(OpenQuestion one, OpenQuestion other) =>
        one.IsProposal != other.IsProposal ? null : one with { Sources = Both(one, other), Support = Better(one, other) };

    private static bool IsOther(string? one, string? other) =>
        one is not null && other is not null && !one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<TimeRange> Both(SourcedSentence one, SourcedSentence other) =>
        SourcedSentence.Joined([.. one.Sources, .. other.Sources]);

    private static SourceSupport Better(SourcedSentence one, SourcedSentence other) =>
        one.Support < other.Support ? one.Support : other.Support;

    /// <summary>Of several the one with most of the question's words, and of these the first.</summary>
    private static SourcedSentence? AnswerTo(OpenQuestion question, List<SourcedSentence> said, Likeness likeness) =>
        question.Sources is not [.., var asked] ? null : said
            .Where(sentence => sentence.Sources is [var first, ..] && first.Start >= asked.End
                && likeness.Share(question.Text, sentence.Text) >= Answers)
            .MaxBy(sentence => likeness.Share(question.Text, sentence.Text));

    /// <summary>Whether a sentence may answer: one that says that something is asked or open does not.</summary>
    private static bool Settles(SourcedSentence sentence) => !Unsettled().IsMatch(sentence.Text);

    [GeneratedRegex(
        @"[?？؟]|\b(?:ask(?:s|ed|ing)?|whether|questions?|open|unclear|unresolved|undecided|wonder\p{L}*|discuss\p{L}*|"
        + @"fragt\p{L}*|frage\p{L}*|ob|"
        + @"offen|unklar|question\p{L}*|si|ouvert\p{L}*|pregunt\p{L}*|abiert\p{L}*|pergunt\p{L}*|abert\p{L}*|domand\p{L}*|apert\p{L}*|"
        + @"vraag\p{L}*|вопрос\p{L}*|pytan\p{L}*|fråg\p{L}*|soru\p{L}*)\b|问|問",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unsettled();
}
