using System.Globalization;
using Yttl.Core.Summaries.Doubts;

namespace Yttl.Benchmarks.Quality;

/// <summary>Makes a true sentence wrong at one place, the same each time for the same random numbers.</summary>
internal static class Mutation
{
    private static readonly string[] NumberWords =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "thirteen", "seventeen", "twenty", "forty", "sixty", "ninety"];

    /// <summary>Changes one number to one that is not heard; null where there is none.</summary>
    public static string? Number(string sentence, Random random, string heard)
    {
        var numbers = NumberReader.NamedIn(sentence).ToList();
        if (numbers.Count == 0)
            return null;
        var (written, readings) = numbers[random.Next(numbers.Count)];
        var choices = Others(written).Where(other => !NumberReader.AllIn(other).Overlaps(readings.Concat(NumberReader.AllIn(heard)))).ToList();
        return choices.Count == 0 ? null : Replace(sentence, written, choices[random.Next(choices.Count)]);
    }

    /// <summary>Replaces one name by one of <paramref name="others"/>; null where there is none.</summary>
    public static string? Name(string sentence, Random random, IReadOnlyList<string> others)
    {
        var names = NamesIn(sentence);
        var choices = others.Except(names).ToList();
        return names.Count == 0 || choices.Count == 0
            ? null
            : Replace(sentence, names[random.Next(names.Count)], choices[random.Next(choices.Count)]);
    }

    public static IReadOnlyList<string> NamesIn(string sentence) => [.. NameReader.In(sentence, _ => false).Distinct()];

    private static string[] Others(string written)
    {
        if (!char.IsDigit(written[0]))
            return NumberWords;
        var digits = new string([.. written.TakeWhile(char.IsDigit)]);
        var value = int.Parse(digits, CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(1, 9).Select(more => (value + more).ToString(CultureInfo.InvariantCulture) + written[digits.Length..])];
    }

    private static string Replace(string sentence, string old, string with)
    {
        var at = sentence.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(sentence.AsSpan(0, at), with, sentence.AsSpan(at + old.Length));
    }
}
