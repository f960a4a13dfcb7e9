using Yttl.Core.Captions;

namespace Yttl.Core.Sentences;

/// <summary>
/// What is cited and never cut in two: the words between sentence ends, or between pauses in unpunctuated speech. At most
/// <see cref="SentenceFinder.LongestInWords"/> words and <see cref="SentenceFinder.Longest"/>, unless one word is longer.
/// </summary>
/// <param name="From">The first letter.</param>
/// <param name="To">After the last letter, in the cue of the last letter.</param>
/// <param name="Start">Not before the start of the sentence before it.</param>
/// <param name="Words">At least 0.5: two letters of a script without spaces count as a word.</param>
internal sealed record Sentence(CuePlace From, CuePlace To, TimeSpan Start, TimeSpan End, double Words)
{
    /// <summary>Whether another speaker has the word than in the sentence before it, as far as cues name them.</summary>
    public bool StartsTurn { get; init; }

    /// <summary>Whether its last letter is the last one of a cue.</summary>
    public bool EndsCue { get; init; }

    /// <summary>Returns its text on one line.</summary>
    public string TextIn(IReadOnlyList<Cue> cues) => string.Join(' ', CuesIn(cues).Select(cue => cue.Text));

    /// <summary>Returns the cues that it lies in, cut to its own words.</summary>
    public IEnumerable<Cue> CuesIn(IReadOnlyList<Cue> cues) => Cut(cues, this, this);

    /// <summary>Returns the cues from the first to the last sentence, cut to their words.</summary>
    /// <param name="cues">Those that the sentences were found in.</param>
    public static IEnumerable<Cue> Cut(IReadOnlyList<Cue> cues, Sentence first, Sentence last)
    {
        for (var i = first.From.Cue; i <= last.To.Cue; i++)
        {
            var cue = cues[i];
            var from = i == first.From.Cue ? first.From.Letter : 0;
            var to = i == last.To.Cue ? last.To.Letter : cue.Text.Length;
            yield return cue.Text.Length == to - from ? cue : cue with
            {
                Start = from == 0 ? cue.Start : cue.TimeAt(from),
                End = to == cue.Text.Length ? cue.End : cue.TimeAt(to),
                Text = cue.Text[from..to],
            };
        }
    }
}

/// <summary>A place in the text of cues.</summary>
internal readonly record struct CuePlace(int Cue, int Letter);
