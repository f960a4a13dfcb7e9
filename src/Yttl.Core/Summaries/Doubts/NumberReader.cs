using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Doubts;

/// <summary>
/// Reads numbers however they are written or said: <c>1,500</c>, <c>fifteen hundred</c>, <c>2.5k</c>, <c>the 14th</c>,
/// <c>seventeen fifty-nine</c>, <c>point five</c>. Units, percent and ordinals do not matter. Number words are read in
/// English.
/// </summary>
internal static partial class NumberReader
{
    private static readonly FrozenDictionary<string, int> Small = new Dictionary<string, int>
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10,
        ["eleventh"] = 11, ["twelfth"] = 12, ["thirteenth"] = 13, ["fourteenth"] = 14, ["fifteenth"] = 15, ["sixteenth"] = 16,
        ["seventeenth"] = 17, ["eighteenth"] = 18, ["nineteenth"] = 19, ["twentieth"] = 20, ["thirtieth"] = 30, ["fortieth"] = 40,
        ["fiftieth"] = 50, ["sixtieth"] = 60, ["seventieth"] = 70, ["eightieth"] = 80, ["ninetieth"] = 90,
        ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fifths"] = 5, ["sixths"] = 6, ["tenths"] = 10, ["dozen"] = 12,
        ["twice"] = 2, ["double"] = 2, ["both"] = 2, ["pair"] = 2, ["couple"] = 2, ["triple"] = 3, ["twenties"] = 20, ["thirties"] = 30,
        ["forties"] = 40, ["fifties"] = 50, ["sixties"] = 60, ["seventies"] = 70, ["eighties"] = 80, ["nineties"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>
    {
        ["hundred"] = 100, ["hundreds"] = 100, ["hundredth"] = 100, ["thousand"] = 1_000, ["thousands"] = 1_000, ["thousandth"] = 1_000,
        ["million"] = 1_000_000, ["millions"] = 1_000_000, ["millionth"] = 1_000_000, ["billion"] = 1_000_000_000,
        ["billions"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000,
        ["k"] = 1_000, ["m"] = 1_000_000, ["mn"] = 1_000_000, ["bn"] = 1_000_000_000, ["b"] = 1_000_000_000,
    }.ToFrozenDictionary();

    /// <summary>Too frequent in other senses to be asked about.</summary>
    private static readonly FrozenSet<string> Vague =
    [
        "one", "1", "zero", "0", "twice", "double", "both", "pair", "couple", "quarter", "quarters", "third", "thirds", "triple",
        "tenth", "tenths",
    ];

    /// <summary>Returns every number that a text may mean, in one form each.</summary>
    public static HashSet<string> AllIn(string text)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match half in Half().Matches(text))
            all.Add(Form(0.5m + (half.Groups["whole"].Success ? WholeBefore(half.Groups["whole"].Value) : 0)));
        foreach (var run in Runs(text))
        {
            all.UnionWith(run.SelectMany(part => part.Readings));
            // "forty eight forty four" may be one number or two, and "one five three zero" is one.
            for (var from = 0; from < run.Count; from++)
                for (var to = from + 1; to < Math.Min(run.Count, from + 6); to++)
                {
                    all.UnionWith(Values(run[from..(to + 1)]));
                    all.Add(InARow(run[from..(to + 1)]));
                }
        }

        return all;
    }

    /// <summary>Returns the numbers that a text names, as they stand in it, each with what it may mean.</summary>
    public static IEnumerable<(string Written, IReadOnlyList<string> Readings)> NamedIn(string text) =>
        from run in Runs(text)
        where run.Count > 1 || !Vague.Contains(run[0].Written.ToLowerInvariant())
        let first = run[0]
        let last = run[^1]
        select (text[first.At..(last.At + last.Written.Length)], run.Count == 1 ? first.Readings : Together(run));

    /// <summary>Returns numbers that belong together: "two hundred and five", "5 million".</summary>
    private static IEnumerable<List<Part>> Runs(string text)
    {
        var run = new List<Part>();
        var end = 0;
        foreach (Match match in Token().Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            var part = match.Groups["digits"].Success ? Digits(match)
                : Small.TryGetValue(word, out var small) ? new Part(match.Index, match.Value, [Form(small)], small, null, false)
                : Scales.TryGetValue(word, out var scale) && word.Length > 2
                    ? new Part(match.Index, match.Value, [Form(scale)], scale, scale, false)
                // "Twenty-first"; alone they are other words.
                : word is "first" or "second" && run is [.., { Value: >= 20 and < 100 } tens] && tens.Value % 10 == 0
                    ? new Part(match.Index, match.Value, [word == "first" ? "1" : "2"], word == "first" ? 1 : 2, null, false)
                : word == "point" ? new Part(match.Index, match.Value, [], 0, null, false) { IsPoint = true }
                : null;
            if (part is null && word is "and" && run.Count > 0 && run[^1].Scale is not null)
                continue;
            var joins = part is not null && run.Count > 0 && text[end..match.Index] is " " or "-" or " and "
                // A range of two numbers: "20-82".
                && !(part.IsDigits && run[^1].IsDigits && text[match.Index - 1] == '-');
            if (!joins && run.Count > 0)
            {
                if (Whole(run) is { Count: > 0 } whole)
                    yield return whole;
                run = [];
            }

            if (part is not null)
            {
                run.Add(part);
                end = match.Index + match.Length;
            }
        }

        if (Whole(run) is { Count: > 0 } rest)
            yield return rest;
    }

    // A scale or a point alone is no number: "thousands of them", "the point is".
    private static List<Part> Whole(List<Part> run)
    {
        while (run.Count > 0 && run[^1].IsPoint)
            run.RemoveAt(run.Count - 1);
        return run.All(part => part.Scale is not null || part.IsPoint) ? [] : run;
    }

    private static Part Digits(Match match)
    {
        var digits = match.Groups["digits"].Value;
        var scale = Scales.TryGetValue(match.Groups["unit"].Value.ToLowerInvariant(), out var times) ? times : 1;
        var groups = digits.Split([',', '.', '\'', '’', ':', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);
        var readings = new List<string>();
        var isGrouped = groups.Length > 1 && groups.Skip(1).All(group => group.Length == 3) && groups[0].Length <= 3;
        if (isGrouped || groups.Length == 1)
            Add(string.Concat(groups));
        if (groups.Length == 2 && !digits.Contains(':', StringComparison.Ordinal))
            Add($"{groups[0]}.{groups[1]}");
        if (groups.Length > 2 && isGrouped)
            Add($"{string.Concat(groups[..^1])}.{groups[^1]}");
        if (readings.Count == 0)
            readings.Add(string.Join('.', groups));
        return new Part(match.Index, match.Value, readings, Value(readings[0]), null, true);

        void Add(string number)
        {
            if (decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 1e15m)
                readings.Add(Form(value * scale));
        }
    }

    /// <summary>Returns what parts mean together; their digits in a row where they are no number: "two thirds".</summary>
    private static List<string> Together(List<Part> run) => Values(run).ToList() is { Count: > 0 } values ? values : [InARow(run)];

    private static string InARow(IEnumerable<Part> parts) =>
        string.Concat(parts.Where(part => !part.IsPoint).Select(part => part.Readings[0]));

    /// <summary>Returns what parts mean together.</summary>
    private static IEnumerable<string> Values(List<Part> run)
    {
        decimal total = 0, current = 0;
        var isFirst = true;
        for (var i = 0; i < run.Count; i++)
        {
            var part = run[i];
            if (part.IsPoint)
            {
                var after = run.Skip(i + 1).TakeWhile(next => !next.IsPoint && next.Value < 10);
                var decimals = string.Concat(after.Select(next => Form(next.Value)));
                if (decimals.Length > 0)
                    yield return $"{Form(total + current)}.{decimals}".TrimEnd('0').TrimEnd('.');
                yield break;
            }

            if (part.Scale is 100)
                current = (isFirst || current == 0 ? 1 : current) * 100;
            else if (part.Scale is { } scale)
                (total, current) = (total + ((isFirst || current == 0 ? 1 : current) * scale), 0);
            // "seventeen fifty-nine", "twenty twenty-six"
            else if (current is >= 10 and < 100 && part.Value is >= 10 and < 100)
                current = (current * 100) + part.Value;
            else if (part.Value < 10 && current % 10 == 0 || current % 100 == 0 && part.Value < 100 || current == 0)
                current += part.Value;
            else
                yield break;
            isFirst = false;
        }

        yield return Form(total + current);
    }

    /// <summary>Returns the number that "and a half" follows; 0 where none does.</summary>
    private static decimal WholeBefore(string word) =>
        Small.TryGetValue(word.ToLowerInvariant(), out var small) ? small : Value(word);

    private static decimal Value(string reading) =>
        decimal.TryParse(reading, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Form(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<digits>\p{Nd}+(?:[,.'’:\u00A0\u202F]\p{Nd}+)*)(?<unit>[kKmMbB]n?(?![\p{L}]))?|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:(?<whole>\w+)\s+and\s+a\s+)?\bhalf\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Half();

    /// <param name="Readings">What it may mean by itself; the first is the likeliest.</param>
    /// <param name="Scale">What it multiplies by; null where it does not.</param>
    private sealed record Part(int At, string Written, IReadOnlyList<string> Readings, decimal Value, decimal? Scale, bool IsDigits)
    {
        public bool IsPoint { get; init; }
    }
}
