using System.Collections.Frozen;
using Yttl.Core.Failures;

namespace Yttl.Core.SponsorBlock;

/// <summary>SponsorBlock's own names for what it marks.</summary>
/// <seealso href="https://github.com/ajayyy/SponsorBlock/blob/master/config.json.example">
/// categoryList and categorySupport
/// </seealso>
public static class SponsorCategories
{
    /// <summary>Those whose stretches can be skipped, and so can be removed from a transcript.</summary>
    public static IReadOnlyList<string> Removable { get; } =
        ["sponsor", "selfpromo", "interaction", "intro", "outro", "preview", "hook", "filler", "music_offtopic"];

    /// <summary>Those that label a whole video, a moment or a chapter: there is nothing to take out.</summary>
    private static readonly FrozenSet<string> LabelsOnly =
        FrozenSet.Create(StringComparer.Ordinal, "exclusive_access", "poi_highlight", "chapter");

    /// <summary>SponsorBlock's spelling of a name in any case, with <c>-</c> for <c>_</c> allowed.</summary>
    /// <exception cref="YttlException"><c>sponsorblock.category</c>: not a category that can be removed.</exception>
    public static string Parse(string name)
    {
        var category = name.Trim().ToLowerInvariant().Replace('-', '_');
        if (Removable.Contains(category))
            return category;
        var what = LabelsOnly.Contains(category)
            ? $"SponsorBlock's category '{category}' only labels videos, there is nothing to remove."
            : $"'{name}' is not a SponsorBlock category; did you mean '{Nearest(category)}'?";
        throw new YttlException(
            FailureCategory.Input, "sponsorblock.category", $"{what} Use one of: {string.Join(", ", Removable)}.");
    }

    private static string Nearest(string name) => Removable.MinBy(category => Distance(name, category))!;

    /// <summary>Levenshtein's: the fewest characters to insert, delete or replace.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, 1 + Math.Min(diagonal, row[j]));
            }
        }

        return row[^1];
    }
}
