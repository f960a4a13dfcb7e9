using System.Globalization;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Stitching;
using Yttl.Core.Time;
using Xunit.Abstractions;

namespace Yttl.Core.Specs.Speech.Stitching;

/// <summary>
/// Texts that resemble themselves, cut anywhere, with every margin and every kind of times: a word may come twice, where
/// both sides heard it and that is said, but none is lost.
/// </summary>
public sealed class SeamSpecs(ITestOutputHelper output)
{
    private static readonly double[] Margins = [0, 0.3, 0.5, 1, 1.5, 2, 3];

    // The seconds between two cuts that are tried. YTTL_SEAM_STEP=0.1 tries all of them, which takes many minutes.
    private static readonly double Step = double.Parse(
        Environment.GetEnvironmentVariable("YTTL_SEAM_STEP") ?? "7.3", CultureInfo.InvariantCulture);

    [Fact]
    public void Lines_on_either_side_of_a_cut_that_resemble_each_other_stay()
    {
        List<SpokenPhrase> left =
        [
            Said(0, 2.9, "The next stop is five street."), Said(3, 5.9, "The next stop is six street."),
            Said(6, 8.9, "The next stop is seven street."),
        ];

        new Seam(Range(0, 10.45), Range(7.45, 20), TimeSpan.FromSeconds(8.95), HasTimes: true).Join(left,
        [
            Said(9, 11.9, "The next stop is eight street."), Said(12, 14.9, "The next stop is nine street."),
            Said(15, 17.9, "The next stop is ten street."),
        ]);

        left.Select(phrase => phrase.Text.Split(' ')[4]).ShouldBe(["five", "six", "seven", "eight", "nine", "ten"]);
    }

    [Theory]
    [InlineData(TimesGiven.OfWords)]
    [InlineData(TimesGiven.OfWordsShifted)]
    [InlineData(TimesGiven.OfWordsInexact)]
    [InlineData(TimesGiven.OfPhrases)]
    [InlineData(TimesGiven.OfPhrasesShifted)]
    [InlineData(TimesGiven.None)]
    public void A_text_that_resembles_itself_loses_no_word(TimesGiven times)
    {
        var tries = from text in RecitedText.All
                    from wholeLines in (bool[])[false, true]
                    from margin in Margins
                    from cut in Cuts(text)
                    select Try(text, cut, margin, times, wholeLines);

        var (seams, lost, doubled, shared, silent) = (0, 0, 0, 0, 0);
        var losses = new List<string>();
        foreach (var one in tries)
        {
            seams++;
            lost += one.Lost;
            doubled += one.Doubled;
            shared += one.Shared;
            if (one.Lost > 0 && losses.Count < 10)
                losses.Add(one.Where);
            if (one.Doubled > 0 && !one.IsSaid && silent++ < 10)
                losses.Add(one.Where + " not said");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times}: {seams} seams, {shared} words heard twice, {lost} lost, {doubled} doubled, of those in {silent} seams not said"));
        lost.ShouldBe(0, string.Join('\n', losses));
        doubled.ShouldBeLessThanOrEqualTo(shared);
        silent.ShouldBe(0, string.Join('\n', losses));
    }

    [Theory]
    [InlineData(TimesGiven.OfWords)]
    [InlineData(TimesGiven.OfWordsShifted)]
    [InlineData(TimesGiven.OfWordsInexact)]
    [InlineData(TimesGiven.OfPhrases)]
    [InlineData(TimesGiven.OfPhrasesShifted)]
    [InlineData(TimesGiven.None)]
    public void Prose_comes_once_where_both_sides_hear_three_seconds(TimesGiven times)
    {
        List<string> doubled =
        [
            .. from cut in Cuts(RecitedText.Prose)
               let one = Try(RecitedText.Prose, cut, margin: 1.5, times, wholeLines: false)
               where one.Lost > 0 || one.Doubled > 0 || one.IsSaid
               select $"{one.Where}: {one.Lost} lost, {one.Doubled} doubled",
        ];

        doubled.ShouldBeEmpty();
    }

    private static IEnumerable<double> Cuts(RecitedText text)
    {
        for (var cut = 10.0; cut < text.Duration.TotalSeconds - 10; cut += Step)
            yield return cut;
    }

    private static (int Lost, int Doubled, int Shared, bool IsSaid, string Where) Try(
        RecitedText text, double cut, double margin, TimesGiven times, bool wholeLines)
    {
        var at = TimeSpan.FromSeconds(cut);
        var left = new TimeRange(TimeSpan.Zero, at + TimeSpan.FromSeconds(margin));
        var right = new TimeRange(at - TimeSpan.FromSeconds(margin), text.Duration);
        var random = new Random((int)(cut * 10) + (int)(margin * 1000));
        List<SpokenPhrase> joined = [.. text.Heard(left, times, wholeLines, random)];
        var second = text.Heard(right, times, wholeLines, random);
        var heard = Words(joined).Count() + Words(second).Count();
        var said = text.Words.ToList();
        // Words and lines that neither side holds whole.
        var missing = Missing(said, [.. Words(joined), .. Words(second)]);

        var isSaid = new Seam(left, right, at, times != TimesGiven.None).Join(joined, second);

        var words = Words(joined).ToList();
        var lost = Missing(said, words) - missing;
        return (lost, words.Count - (said.Count - Math.Max(missing, 0)) , Math.Min(text.Shared(left, right), heard), isSaid,
            $"{text.Name}, cut {cut:0.0} s, margin {margin} s{(wholeLines ? ", whole lines" : "")}");
    }

    private static IEnumerable<string> Words(IEnumerable<SpokenPhrase> phrases) =>
        phrases.SelectMany(phrase => phrase.Text.Split(' ')).Select(RecitedText.Plain);

    /// <summary>Returns how many words are not in a text in their order.</summary>
    private static int Missing(List<string> words, List<string> text)
    {
        // The longest common subsequence, without the start and the end that are equal.
        var start = words.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = words.Skip(start).Reverse().Zip(text.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        words = [.. words.Skip(start).SkipLast(end)];
        text = [.. text.Skip(start).SkipLast(end)];
        var row = new int[text.Count + 1];
        foreach (var word in words)
        {
            var diagonal = 0;
            for (var i = 1; i <= text.Count; i++)
            {
                var above = row[i];
                row[i] = text[i - 1] == word ? diagonal + 1 : Math.Max(row[i], row[i - 1]);
                diagonal = above;
            }
        }

        return words.Count - row[^1];
    }

    private static SpokenPhrase Said(double start, double end, string text) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text, []);

    private static TimeRange Range(double start, double end) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));
}
