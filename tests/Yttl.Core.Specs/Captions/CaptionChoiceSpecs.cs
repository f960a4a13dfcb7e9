using Yttl.Core.Languages;
using Yttl.Core.Sources;
using static Yttl.Core.Sources.CaptionTrackKind;

namespace Yttl.Core.Specs.Captions;

public sealed class CaptionChoiceSpecs
{
    private static readonly CaptionTrack[] OfASite =
    [
        Track(Translated, "de"), Track(Translated, "fr"), Track(Automatic, "en"),
        Track(Manual, "ja"), Track(Manual, "en-GB"), Track(Manual, "fr-CA"), Track(Manual, "fr"),
    ];

    [Fact]
    public void Without_a_wish_the_original_language_is_followed() =>
        InOrder(OfASite, original: "en", wanted: null)
            .ShouldBe(["Manual en-GB", "Automatic en", "Manual ja", "Manual fr-CA", "Manual fr"]);

    [Fact]
    public void A_wish_comes_first_then_the_original_then_a_translation_then_any_that_was_written() =>
        InOrder(OfASite, original: "en", wanted: "fr")
            .ShouldBe(["Manual fr", "Manual fr-CA", "Manual en-GB", "Automatic en", "Translated fr", "Manual ja"]);

    [Fact]
    public void A_region_is_matched_exactly_before_its_language() =>
        InOrder(OfASite, original: null, wanted: "fr-CA").Take(2).ShouldBe(["Manual fr-CA", "Manual fr"]);

    [Fact]
    public void A_wanted_region_that_is_missing_is_served_by_the_language() =>
        InOrder(OfASite, original: "en", wanted: "de-AT")
            .ShouldBe(["Manual en-GB", "Automatic en", "Translated de", "Manual ja", "Manual fr-CA", "Manual fr"]);

    [Fact]
    public void Automatic_captions_tell_the_original_language_where_nothing_else_does() =>
        InOrder(OfASite, original: null, wanted: null).Take(2).ShouldBe(["Manual en-GB", "Automatic en"]);

    [Fact]
    public void Files_come_before_streams_and_both_before_other_languages() =>
        InOrder(
            [
                Track(Embedded, "en"), Track(Embedded, "ja"), Track(CaptionTrackKind.File, "ja"),
                Track(CaptionTrackKind.File, null), Track(CaptionTrackKind.File, "en-US"),
            ],
            original: "en",
            wanted: null).ShouldBe(["File en-US", "File ", "Embedded en", "File ja", "Embedded ja"]);

    [Fact]
    public void Formats_of_one_track_stay_together_best_first_and_unreadable_ones_are_left_out() =>
        Order(
            [.. from language in new[] { "fr", "en" }
                from format in new[] { "srt", "ttml", "srv1", "vtt", "json3", "srv3", "m3u8" }
                select Track(Manual, language, format)],
            original: "en",
            wanted: null).Select(track => $"{track.Language} {track.Format}").ShouldBe(
            [
                "en json3", "en vtt", "en srv3", "en srv1", "en srt", "en ttml",
                "fr json3", "fr vtt", "fr srv3", "fr srv1", "fr srt", "fr ttml",
            ]);

    [Fact]
    public void A_video_without_tracks_has_none_to_try() => InOrder([], "en", "en").ShouldBeEmpty();

    private static string[] InOrder(CaptionTrack[] tracks, string? original, string? wanted) =>
        [.. Order(tracks, original, wanted).Select(track => $"{track.Kind} {track.Language}")];

    private static IReadOnlyList<CaptionTrack> Order(CaptionTrack[] tracks, string? original, string? wanted)
    {
        var video = new Video
        {
            Id = "x",
            Title = "x",
            Extractor = "youtube",
            Language = Tag(original),
            CaptionTracks = tracks,
        };
        return [.. CaptionChoice.InOrder(video, Tag(wanted)).SelectMany(formats => formats)];
    }

    private static CaptionTrack Track(CaptionTrackKind kind, string? language, string? format = "vtt") => kind switch
    {
        CaptionTrackKind.File => new(kind, Tag(language), format, null) { Path = "/x" },
        Embedded => new(kind, Tag(language), null, null) { StreamIndex = 2 },
        _ => new(kind, Tag(language), format, null) { Url = new Uri("https://example.org/") },
    };

    private static LanguageTag? Tag(string? text) => text is null ? null : LanguageTag.Parse(text, null);
}
