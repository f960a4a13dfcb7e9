using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Consecutive cues of one speaker as one text that knows which of its characters come from which cue.</summary>
internal sealed class CueRun
{
    private readonly IReadOnlyList<SpokenCue> _cues;
    private readonly int[] _starts;
    private int _lastPlace;

    /// <param name="cues">At least one, in order.</param>
    public CueRun(IReadOnlyList<SpokenCue> cues)
    {
        _cues = cues;
        _starts = new int[cues.Count];
        var text = new StringBuilder();
        for (var i = 0; i < cues.Count; i++)
        {
            // Scripts without spaces between words have none between cues either.
            if (text.Length > 0 && !(UnspacedScripts.IsWide(text[^1]) && UnspacedScripts.IsWide(cues[i].Text[0])))
                text.Append(' ');
            _starts[i] = text.Length;
            text.Append(cues[i].Text);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    public bool StartsCue(int index) => _starts[PlaceOf(index)] == index;

    /// <summary>Returns the silence before a character; zero inside a cue.</summary>
    public TimeSpan PauseBefore(int index)
    {
        var at = PlaceOf(index);
        return at == 0 || _starts[at] != index ? TimeSpan.Zero : _cues[at].Cue.Start - _cues[at - 1].Cue.End;
    }

    /// <summary>Returns where the next cue begins; the text's length in the last cue.</summary>
    public int NextCue(int index)
    {
        var next = PlaceOf(index) + 1;
        return next < _starts.Length ? _starts[next] : Text.Length;
    }

    /// <summary>Returns when a letter is said, if the letters of each cue take the same time.</summary>
    /// <param name="index">Of a letter, or the text's length.</param>
    public TimeSpan TimeAt(int index)
    {
        var at = PlaceOf(Math.Min(index, Text.Length - 1));
        var cue = _cues[at].Cue;
        var letters = (at + 1 < _starts.Length ? _starts[at + 1] : Text.Length) - _starts[at];
        return cue.Start + (cue.End - cue.Start) * ((double)(index - _starts[at]) / letters);
    }

    /// <param name="range">Not only white space.</param>
    public Sentence Sentence(Range range, bool goesOn)
    {
        var (start, length) = range.GetOffsetAndLength(Text.Length);
        var end = start + length;
        while (char.IsWhiteSpace(Text[start]))
            start++;
        while (char.IsWhiteSpace(Text[end - 1]))
            end--;
        var (first, last) = (CueAt(start), CueAt(end - 1));
        return new Sentence(Text[start..end], first.Index, last.Index, first.Cue.Start, last.Cue.End)
        {
            GoesOn = goesOn,
            IsSung = first.IsSung && last.IsSung,
        };
    }

    private SpokenCue CueAt(int index) => _cues[PlaceOf(index)];

    // A text is read from its beginning to its end, so that the cue is mostly the last one or the next.
    private int PlaceOf(int index)
    {
        for (var at = _lastPlace; at < _starts.Length && at <= _lastPlace + 1 && _starts[at] <= index; at++)
            if (at + 1 == _starts.Length || index < _starts[at + 1])
                return _lastPlace = at;
        var found = Array.BinarySearch(_starts, index);
        return _lastPlace = found >= 0 ? found : ~found - 1;
    }
}

/// <summary>A cue with words.</summary>
/// <param name="Index">Among all cues that were given.</param>
/// <param name="Text">What is said: without marks. Not blank.</param>
internal readonly record struct SpokenCue(int Index, Cue Cue, string Text)
{
    public bool IsSung { get; } = Cue.Text.AsSpan().IndexOfAny('♪', '♫', '♬') >= 0;
}
