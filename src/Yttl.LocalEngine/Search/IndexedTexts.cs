using System.Globalization;
using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Search;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// The texts of a run as the index keeps them, in lines: place, tabulator, milliseconds, tabulator, text. A blank line ends
/// each text.
/// </summary>
internal static class IndexedTexts
{
    public static string Write(IEnumerable<SearchedText> texts)
    {
        var written = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var line in text.Lines)
                written.Append(CultureInfo.InvariantCulture, $"{(int)text.Place}\t{(long)line.Start.TotalMilliseconds}\t{line.Text}\n");
            written.Append('\n');
        }

        return written.ToString();
    }

    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static IEnumerable<SearchedText> Read(string written)
    {
        var (place, lines) = (SearchPlace.Title, new List<Cue>());
        foreach (var line in written.Split('\n'))
        {
            if (line.Split('\t', 3) is [var kind, var start, var text])
            {
                place = (SearchPlace)int.Parse(kind, CultureInfo.InvariantCulture);
                var time = TimeSpan.FromMilliseconds(long.Parse(start, CultureInfo.InvariantCulture));
                lines.Add(new Cue(time, time, text));
            }
            else if (line is "")
            {
                yield return new SearchedText(place, lines);
                lines = [];
            }
            else
            {
                throw new FormatException("A line of the search index is damaged.");
            }
        }
    }
}
