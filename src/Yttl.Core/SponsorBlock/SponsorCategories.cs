namespace Yttl.Core.SponsorBlock;

/// <summary>SponsorBlock's own names for what it marks.</summary>
/// <seealso href="https://github.com/ajayyy/SponsorBlock/blob/master/config.json.example">
/// categoryList and categorySupport
/// </seealso>
public static class SponsorCategories
{
    /// <summary>
    /// Those whose stretches can be skipped, and so can be removed from a transcript. The others (<c>chapter</c>,
    /// <c>poi_highlight</c>, <c>exclusive_access</c>) only label.
    /// </summary>
    public static IReadOnlyList<string> Removable { get; } =
        ["sponsor", "selfpromo", "interaction", "intro", "outro", "preview", "hook", "filler", "music_offtopic"];
}
