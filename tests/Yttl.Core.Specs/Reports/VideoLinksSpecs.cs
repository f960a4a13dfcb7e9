using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Reports;

namespace Yttl.Core.Specs.Reports;

public sealed class VideoLinksSpecs
{
    [Theory]
    [InlineData("youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=123s")]
    [InlineData("youtube", "https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=9s&si=x",
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=123s")]
    [InlineData("youtube", "https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=123s")]
    [InlineData("youtube", "https://www.youtube.com/shorts/-Qw4w9WgXc_", "https://www.youtube.com/watch?v=-Qw4w9WgXc_&t=123s")]
    [InlineData("Youtube", "https://m.youtube.com/live/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=123s")]
    [InlineData("twitch:vod", "https://www.twitch.tv/videos/42?filter=all#x", "https://www.twitch.tv/videos/42?t=0h2m3s")]
    [InlineData("twitch:clips", "https://clips.twitch.tv/Abc", "https://clips.twitch.tv/Abc#t=123")]
    [InlineData("vimeo", "https://vimeo.com/76979871?h=8272103f6e", "https://vimeo.com/76979871?h=8272103f6e#t=123s")]
    [InlineData("generic", "http://example.org/talk.html?a=1#t=9", "http://example.org/talk.html?a=1#t=123")]
    [InlineData("generic", "https://site.example/#/watch/42", "https://site.example/#/watch/42")]
    [InlineData("vimeo", "https://vimeo.com/42#comments", "https://vimeo.com/42#comments")]
    public void A_link_opens_the_page_at_the_second_in_the_site_s_own_form(string extractor, string page, string link) =>
        At(page, extractor, 123.9).ShouldBe(link);

    [Fact]
    public void Hours_count_on_in_the_forms_that_have_them()
    {
        At("https://www.twitch.tv/videos/42", "twitch:vod", 37_230).ShouldBe("https://www.twitch.tv/videos/42?t=10h20m30s");
        At("https://youtu.be/dQw4w9WgXcQ", "youtube", 37_230).ShouldEndWith("&t=37230s");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a")]
    public void Only_web_pages_become_links(string page)
    {
        foreach (var extractor in new[] { "youtube", "twitch:vod", "vimeo", "generic" })
            VideoLinks.At(new Uri(page), extractor, TimeSpan.FromSeconds(1)).ShouldBeNull();
    }

    [Fact]
    public void There_is_no_link_without_a_page_or_with_a_relative_one()
    {
        VideoLinks.At(null, "file", TimeSpan.Zero).ShouldBeNull();
        VideoLinks.At(new Uri("/watch", UriKind.Relative), "youtube", TimeSpan.Zero).ShouldBeNull();
    }

    [Fact]
    public void A_password_in_an_address_stays_out_of_the_link() =>
        At("https://me:secret@example.org/v", "generic", 1).ShouldBe("https://example.org/v#t=1");

    [Theory]
    [InlineData("https://example.org:443/v?a=1", "https://example.org/v?a=1")]
    [InlineData("http://example.org/v", "http://example.org/v")]
    [InlineData("https://example.org:8443/v", "https://example.org:8443/v")]
    public void A_port_that_the_scheme_has_anyway_is_left_out(string page, string written)
    {
        VideoLinks.Page(new Uri(page))!.OriginalString.ShouldBe(written);
        At(page, "generic", 1).ShouldBe(written + "#t=1");
    }

    [Fact]
    public void A_youtube_address_without_an_id_keeps_its_page() =>
        At("https://www.youtube.com/@channel", "youtube", 5).ShouldBe("https://www.youtube.com/@channel#t=5");

    [Fact]
    public void A_link_never_lands_after_the_words_nor_a_second_before_them() =>
        Prop.ForAll(Gen.Choose(0, 40_000_000).ToArbitrary(), milliseconds =>
        {
            var link = VideoLinks.At(
                new Uri("https://example.org/"), "generic", TimeSpan.FromMilliseconds(milliseconds))!;
            var landed = int.Parse(link.Fragment["#t=".Length..], System.Globalization.CultureInfo.InvariantCulture);
            return landed * 1000L <= milliseconds && milliseconds < (landed + 1) * 1000L;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_time_before_the_start_is_the_start() =>
        At("https://youtu.be/dQw4w9WgXcQ", "youtube", -3).ShouldEndWith("&t=0s");

    private static string? At(string page, string extractor, double seconds) =>
        VideoLinks.At(new Uri(page), extractor, TimeSpan.FromSeconds(seconds))?.AbsoluteUri;
}
