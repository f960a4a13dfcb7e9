namespace Yttl.Cli.Settings;

/// <summary>
/// The categories that name a stretch of a video, as SponsorBlock spells them
/// (https://wiki.sponsor.ajay.app/w/Types). The original program offered <c>music</c> and <c>offtopic</c>, which
/// SponsorBlock does not know: they are the two halves of <c>music_offtopic</c>.
/// </summary>
internal static class SponsorBlockNames
{
    public static readonly (string Name, string Category)[] All =
    [
        ("sponsor", "sponsor"), ("selfpromo", "selfpromo"), ("interaction", "interaction"), ("intro", "intro"),
        ("outro", "outro"), ("preview", "preview"), ("hook", "hook"), ("filler", "filler"),
        ("music_offtopic", "music_offtopic"), ("music", "music_offtopic"), ("offtopic", "music_offtopic"),
    ];
}
