namespace Yttl.Core.SponsorBlock;

/// <summary>SponsorBlock's category names.</summary>
/// <seealso href="https://github.com/ajayyy/SponsorBlock/blob/master/config.json.example">
/// categoryList and categorySupport
/// </seealso>
public static class SponsorCategories
{
    /// <summary>
    /// Categories whose ranges can be skipped, and therefore removed from a transcript. The others (<c>chapter</c>,
    /// <c>poi_highlight</c>, <c>exclusive_access</c>) are labels only.
    /// </summary>
    public static IReadOnlyList<string> Removable { get; } =
        ["sponsor", "selfpromo", "interaction", "intro", "outro", "preview", "hook", "filler", "music_offtopic"];
}
