using System.Globalization;
using System.Text;
using Yttl.Core.Search;
using Yttl.Core.Text;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// The texts of a run as the index keeps them, in lines: place, tabulator, milliseconds, tabulator, text. After the
/// milliseconds stand those of sentences, each with its letter: <c>5000 42:61999</c>. A blank line ends
/// each text. The first line is a checksum of the others and of the run: SQLite notices no letter that has changed.
/// </summary>
internal static class IndexedTexts
{
    /// <summary>Hexadecimal digits of the checksum.</summary>
    private const int HashLength = 16;

    public static string Write(SearchedRun run, IEnumerable<SearchedText> texts)
    {
        var written = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var line in text.Lines)
            {
                written.Append(CultureInfo.InvariantCulture, $"{(int)text.Place}\t{Milliseconds(line.Start)}");
                foreach (var sentence in line.Sentences)
                    written.Append(CultureInfo.InvariantCulture, $" {sentence.Letter}:{Milliseconds(sentence.Time)}");
                written.Append(CultureInfo.InvariantCulture, $"\t{line.Text}\n");
            }

            written.Append('\n');
        }

        var lines = written.ToString();
        return $"{HashOf(run, lines)}\n{lines}";
    }

    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static IEnumerable<SearchedText> Read(SearchedRun run, string written)
    {
        var start = Math.Min(written.Length, HashLength + 1);
        if (written[..start] != $"{HashOf(run, written[start..])}\n")
            throw new FormatException("The texts of a run in the search index are damaged.");
        var (place, lines) = (SearchPlace.Title, new List<SearchedLine>());
        foreach (var line in written[start..].Split('\n'))
        {
            if (line.Split('\t', 3) is [var kind, var at, var text])
            {
                place = (SearchPlace)int.Parse(kind, CultureInfo.InvariantCulture);
                var times = at.Split(' ');
                lines.Add(new SearchedLine(Time(times[0]), text) { Sentences = [.. times.Skip(1).Select(Sentence)] });
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

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static TimeSpan Time(string milliseconds) =>
        TimeSpan.FromMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));

    private static SentenceTime Sentence(string written) => written.Split(':') is [var letter, var time]
        ? new SentenceTime(int.Parse(letter, CultureInfo.InvariantCulture), Time(time))
        : throw new FormatException("A time of the search index is damaged.");

    /// <summary>
    /// <see cref="Fnv1a"/> over the characters: a change of one always changes it. A SHA-256 would be the only use of
    /// OpenSSL in a search, and loading that takes longer.
    /// </summary>
    private static string HashOf(SearchedRun run, string lines)
    {
        var hash = Fnv1a.Basis;
        foreach (var text in (string?[])[run.Id.Value, run.Extractor, run.VideoId, run.Title, run.Url?.AbsoluteUri, run.Page, lines])
            foreach (var character in $"{text}\n")
                hash = Fnv1a.Add(hash, character);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
