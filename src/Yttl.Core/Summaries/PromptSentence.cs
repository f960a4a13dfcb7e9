using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Sentences;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries;

/// <summary>A numbered line of a prompt, which an answer may cite: a sentence of the transcript, or of a summary.</summary>
/// <param name="Sources">Where it is said.</param>
internal sealed record PromptSentence(string Text, IReadOnlyList<TimeRange> Sources)
{
    /// <summary>A sentence with fewer words shares the number of the one before it.</summary>
    private const int FewestWords = 5;

    /// <summary>Who says it, as <see cref="Cue.Speaker"/>; null in a summary.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whether a part begins with it, where the sentences are the sentences of several summaries.</summary>
    public bool StartsPart { get; init; }

    /// <summary>The title of the part that begins with it, untrusted; null where it has none.</summary>
    public string? Part { get; init; }

    /// <summary>Of a sentence of a summary, how its sources were found.</summary>
    public SourceSupport Support { get; init; } = SourceSupport.Cited;

    /// <summary>Returns the sentences of a transcript.</summary>
    /// <param name="cues">Ordered by start.</param>
    public static IReadOnlyList<PromptSentence> Of(IReadOnlyList<Cue> cues, LanguageTag? language)
    {
        var sentences = new List<PromptSentence>();
        var words = 0.0;
        foreach (var sentence in SentenceFinder.Find(cues, language, removed: []))
        {
            var range = new TimeRange(sentence.Start, sentence.End);
            var text = PlainText.Fold(sentence.TextIn(cues));
            if (sentences is [.., var last] && sentence is { Words: < FewestWords, StartsTurn: false } && Fits(last, sentence, words))
            {
                sentences[^1] = last with
                {
                    Text = $"{last.Text} {text}",
                    Sources = [new TimeRange(last.Sources[0].Start, Times.Later(last.Sources[0].End, range.End))],
                };
                words += sentence.Words;
            }
            else
            {
                sentences.Add(new PromptSentence(text, [range]) { Speaker = cues[sentence.From.Cue].Speaker });
                words = sentence.Words;
            }
        }

        return sentences;
    }

    /// <summary>Returns the sentences of a summary; of one without sources, its lines.</summary>
    /// <param name="title">Of the part that is summarised, untrusted; null where it has none.</param>
    public static IEnumerable<PromptSentence> Of(Summary summary, string? title)
    {
        var own = summary.Sentences is []
            ? Prose.Lines(summary.Text).Select(line => new PromptSentence(line, []) { Support = SourceSupport.None })
            : summary.Sentences.Select(sentence => new PromptSentence(sentence.Text, sentence.Sources) { Support = sentence.Support });
        return own.Select((sentence, i) => i == 0 ? sentence with { StartsPart = true, Part = title } : sentence);
    }

    private static bool Fits(PromptSentence last, Sentence next, double words) =>
        words + next.Words <= SentenceFinder.LongestInWords && next.End - last.Sources[0].Start <= SentenceFinder.Longest;
}
