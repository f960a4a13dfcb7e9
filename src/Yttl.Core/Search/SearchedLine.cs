using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>A cue, a title, or a paragraph or list item of a summary.</summary>
/// <param name="Start">When the first of its words is said, or the part begins that it sums up.</param>
/// <param name="Text">On one line, untrusted.</param>
public sealed record SearchedLine(TimeSpan Start, string Text)
{
    /// <summary>
    /// Of a summary whose sentences have sources: where each begins in <see cref="Text"/>, and when it is said; in order.
    /// </summary>
    public IReadOnlyList<SentenceTime> Sentences { get; init; } = [];

    /// <summary>Folds text to one line.</summary>
    internal static SearchedLine From(TimeSpan start, string text) => new(start, PlainText.Fold(text));

    /// <summary>Returns when the words at a letter are said.</summary>
    /// <param name="letter">An index in <see cref="Text"/>.</param>
    public TimeSpan TimeAt(int letter)
    {
        var time = Start;
        foreach (var sentence in Sentences)
        {
            if (sentence.Letter > letter)
                break;
            time = sentence.Time;
        }

        return time;
    }
}

/// <param name="Letter">The index of a letter that it has, or of the space before.</param>
public readonly record struct SentenceTime(int Letter, TimeSpan Time);
