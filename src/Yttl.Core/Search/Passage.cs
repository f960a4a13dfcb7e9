namespace Yttl.Core.Search;

/// <summary>A line that contains all words, or two consecutive lines that contain them only together.</summary>
/// <param name="Start">When the first of the words that match is said, as far as the line tells.</param>
public readonly record struct Passage(TimeSpan Start, string Text)
{
    /// <returns>In the order of the lines; no line is in two passages.</returns>
    public static IEnumerable<Passage> Find(SearchWords words, IReadOnlyList<SearchedLine> lines)
    {
        var next = MissingAt(0);
        for (var i = 0; i < lines.Count; i++)
        {
            (var missing, next) = (next, MissingAt(i + 1));
            if (missing.Count is 0)
            {
                yield return new Passage(lines[i].TimeAt(FirstIn(lines[i])), lines[i].Text);
            }
            else if (next.Count > 0 && words.AreDisjoint(missing, next))
            {
                yield return new Passage(lines[i].TimeAt(FirstIn(lines[i])), $"{lines[i].Text} {lines[i + 1].Text}");
                i++;
                next = MissingAt(i + 1);
            }
        }

        int FirstIn(SearchedLine line) => line.Sentences is [] ? 0 : words.FirstIn(line.Text);

        IReadOnlyCollection<string> MissingAt(int index) =>
            words.MissingIn(index < lines.Count ? SearchText.Fold(lines[index].Text) : "");
    }
}
