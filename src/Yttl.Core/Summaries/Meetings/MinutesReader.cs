using Yttl.Core.Languages;
using Yttl.Core.Summaries.Citations;
using Yttl.Core.Summaries.Doubts;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Meetings;

/// <summary>
/// Checks the marked lines of a model's answer against what is said: a decision has a sentence that agrees, an owner is the
/// speaker or is named near it, and a day is one that was said.
/// </summary>
/// <param name="spoken">The sentences of the prompt, which the lines cite.</param>
/// <param name="language">Of the sentences; null where it is unknown.</param>
/// <param name="written">The language of the lines; null where it is unknown.</param>
internal sealed class MinutesReader(
    IReadOnlyList<PromptSentence> spoken, SourceFinder sources, LanguageTag? language, LanguageTag? written)
{
    /// <summary>How far from a cited sentence an owner may be named, and an answer may agree, in sentences.</summary>
    private const int Near = 2;

    private readonly MeetingWords? _words = MeetingWords.Find(language);

    public MeetingMinutes Read(IReadOnlyList<MarkedLine> lines)
    {
        var (decisions, actions, questions) = (new List<SourcedSentence>(), new List<ActionItem>(), new List<OpenQuestion>());
        foreach (var line in lines)
        {
            if (Source(line.Text) is not { } sentence)
                continue;
            if (line.Kind is MinutesKind.Action)
                actions.Add(Action(line, sentence));
            else if (line.Kind is MinutesKind.Decision && Agreed(sentence) is { } decision)
                decisions.Add(decision);
            else
                questions.Add(new OpenQuestion(sentence.Text, sentence.Sources, sentence.Support)
                {
                    IsProposal = line.Kind is MinutesKind.Decision,
                });
        }

        return new MeetingMinutes { Decisions = decisions, Actions = actions, Questions = questions };
    }

    /// <summary>Returns null where a line has no words.</summary>
    private SourcedSentence? Source(string line)
    {
        var answer = CitedAnswer.Parse(line, spoken.Count, written);
        var text = answer.Sentences.Aggregate("", (text, sentence) => PlainText.Join(text, sentence.Text));
        return text.Length == 0 ? null
            : sources.Find(new CitedSentence(text, [.. answer.Sentences.SelectMany(sentence => sentence.Numbers).Distinct().Order()]));
    }

    /// <summary>
    /// Returns the decision with the sentence that agrees to it among its sources; null where none does. Where the words of
    /// the language are not known, the model's word is taken for what has a source.
    /// </summary>
    private SourcedSentence? Agreed(SourcedSentence decision)
    {
        var places = PlacesOf(decision);
        if (_words is null || places is [])
            return places is [] ? null : decision;
        if (places.Exists(place => _words.Agrees(spoken[place].Text)))
            return decision;
        var reply = Enumerable.Range(places[^1] + 1, Near).Where(place => place < spoken.Count)
            .FirstOrDefault(place => _words.Agrees(spoken[place].Text), -1);
        return reply < 0 ? null
            : decision with { Sources = SourcedSentence.Joined([.. decision.Sources, .. spoken[reply].Sources]) };
    }

    private ActionItem Action(MarkedLine line, SourcedSentence sentence)
    {
        var places = PlacesOf(sentence);
        return new ActionItem(sentence.Text, sentence.Sources, sentence.Support)
        {
            Owner = places is [] ? null : OwnerOf(line.Owner, places),
            Due = line.Due is { } due && places is not [] ? Said(due, places) : null,
        };
    }

    private string? OwnerOf(string? named, List<int> places)
    {
        var speakers = places.Select(place => spoken[place].Speaker).OfType<string>().Distinct().ToList();
        if (named is not null && speakers.Find(speaker => HasAll(speaker, named)) is { } same)
            return same;
        if (named is not null && HasAll(Around(places), named))
            return named;
        return places.Where(place => _words?.Promises(spoken[place].Text) is true).Select(place => spoken[place].Speaker).Distinct()
            .ToList() is [var promising] ? promising : null;
    }

    private static bool HasAll(string text, string name) => new HeardWords(text) is var heard && Words(name).TrueForAll(heard.HasName);

    /// <summary>
    /// Returns the words of a day as they were said, without small words before them that were not; null where they were not.
    /// </summary>
    private string? Said(string due, List<int> places)
    {
        var (said, small) = (MeetingWords.Plain(Around(places)), StopWords.Find(language));
        for (var words = Words(due); words.Count > 0; words.RemoveAt(0))
        {
            var day = string.Join(' ', words);
            var plain = MeetingWords.Plain(day);
            if (said.Contains(UnspacedScripts.IsWide(day[0]) ? plain.Trim() : plain, StringComparison.Ordinal))
                return day;
            if (!small.Contains(words[0].ToLowerInvariant()))
                return null;
        }

        return null;
    }

    private string Around(List<int> places) => string.Join(' ', Enumerable.Range(0, spoken.Count)
        .Where(i => places.Exists(place => Math.Abs(place - i) <= Near)).Select(i => spoken[i].Text));

    /// <summary>The sentences that are a source of a line.</summary>
    private List<int> PlacesOf(SourcedSentence sentence) => [.. Enumerable.Range(0, spoken.Count).Where(i =>
        spoken[i].Sources.Any(range => sentence.Sources.Any(source => source.Start < range.End && range.Start < source.End)))];

    private static List<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
