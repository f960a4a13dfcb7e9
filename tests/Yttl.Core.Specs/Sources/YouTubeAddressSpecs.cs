using Yttl.Core.Sources;

namespace Yttl.Core.Specs.Sources;

public sealed class YouTubeAddressSpecs
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("http://youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("HTTPS://WWW.YOUTUBE.COM/watch?v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/watch?feature=share&v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YSbOM&t=1h2m3s")]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YSbOM#t=90")]
    [InlineData("https://www.youtube.com/watch/?v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/watch/yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/?v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/watch_popup?v=yIVRs6YSbOM")]
    [InlineData("https://m.youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://music.youtube.com/watch?v=yIVRs6YSbOM&si=abc")]
    [InlineData("https://www.youtube-nocookie.com/embed/yIVRs6YSbOM")]
    [InlineData("https://www.youtubekids.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://youtu.be/yIVRs6YSbOM")]
    [InlineData("https://youtu.be/yIVRs6YSbOM?si=VLV8_RcKHu7G9dpT&t=17")]
    [InlineData("https://youtu.be/watch?v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/shorts/yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/shorts/yIVRs6YSbOM/?feature=share")]
    [InlineData("https://www.youtube.com/live/yIVRs6YSbOM?feature=share")]
    [InlineData("https://www.youtube.com/embed/yIVRs6YSbOM?autoplay=1")]
    [InlineData("https://www.youtube.com/v/yIVRs6YSbOM&rel=0&hl=en")]
    [InlineData("https://www.youtube.com/e/yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/attribution_link?a=8g8kPrPIi&u=%2Fwatch%3Fv%3DyIVRs6YSbOM%26feature%3Dshare")]
    [InlineData("https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DyIVRs6YSbOM&gl=DE")]
    [InlineData("youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("www.youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("youtu.be/yIVRs6YSbOM")]
    [InlineData("  https://youtu.be/yIVRs6YSbOM\n")]
    [InlineData("yIVRs6YSbOM")]
    [InlineData(@"https://www.youtube.com/watch\?v\=yIVRs6YSbOM")]
    [InlineData(@"https://www.youtube.com/watch\?v\=yIVRs6YSbOM\&t\=42s")]
    [InlineData(@"https\://www.youtube.com/watch\?v=yIVRs6YSbOM\#t\=90")]
    [InlineData(@"https://www.youtube.com/watch\\?v\\=yIVRs6YSbOM")]
    [InlineData(@"https://www.youtube.com/watch?v=yIVRs6YSbOM\")]
    [InlineData(@"  https://youtu.be/yIVRs6YSbOM\?si\=VLV8_RcKHu7G9dpT ")]
    [InlineData(@"youtube.com/watch\?v\=yIVRs6YSbOM")]
    [InlineData(@"youtu.be/yIVRs6YSbOM\?t\=17")]
    [InlineData(@"https:\/\/www.youtube.com\/watch?v=yIVRs6YSbOM\u0026t=17")]
    [InlineData(@"https://www.youtube.com/watch?v\u003dyIVRs6YSbOM")]
    public void Every_form_of_a_video_address_is_that_video(string text)
    {
        Source.Parse(text).ShouldBe(new YouTubeVideo(VideoId.Parse("yIVRs6YSbOM", null), null));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=b8m9zhNAgKs&list=PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr")]
    [InlineData("https://www.youtube.com/watch?list=PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr&index=3&v=b8m9zhNAgKs")]
    [InlineData("https://youtu.be/b8m9zhNAgKs/?list=PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr")]
    [InlineData("https://www.youtube.com/embed/b8m9zhNAgKs/?list=PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr")]
    [InlineData(@"https://www.youtube.com/watch\?v\=b8m9zhNAgKs\&list\=PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr")]
    public void A_video_in_a_list_is_one_video_unless_the_list_is_wanted(string text)
    {
        var source = Source.Parse(text);

        source.ShouldBe(new YouTubeVideo(VideoId.Parse("b8m9zhNAgKs", null), PlaylistId.Parse("PL9tY0BWXOZFuFEG_GtOBZ8-8wbkH-NVAr", null)));
        source.IsList(playlistWanted: false).ShouldBeFalse();
        source.IsList(playlistWanted: true).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://www.youtube.com/playlist?list=PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H")]
    [InlineData("https://music.youtube.com/playlist?list=PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H&si=x")]
    [InlineData("https://www.youtube.com/watch?list=PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H")]
    [InlineData("https://www.youtube.com/embed/videoseries?list=PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H")]
    [InlineData("youtube.com/playlist?list=PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H")]
    [InlineData("PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H")]
    public void Every_form_of_a_playlist_is_that_playlist(string text)
    {
        var source = Source.Parse(text);

        source.ShouldBe(new YouTubePlaylist(PlaylistId.Parse("PLOU2XLYxmsIJGErt5rrCqaSGTMyyqNt2H", null)));
        source.IsList(playlistWanted: false).ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://youtube.com.evil.example/watch?v=yIVRs6YSbOM")]
    [InlineData("https://notyoutube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://youtu.be.evil.example/yIVRs6YSbOM")]
    [InlineData("https://notyoutu.be/yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com@evil.example/watch?v=yIVRs6YSbOM")]
    [InlineData("https://youtube.com:pass@evil.example/watch?v=yIVRs6YSbOM")]
    [InlineData("https://youtube.com:8443/watch?v=yIVRs6YSbOM")]
    [InlineData("https://xn--yutube-jua.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://yоutube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://evil.example/https://www.youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://evil.example/?u=youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://evil.example#youtube.com/watch?v=yIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/attribution_link?u=https%3A%2F%2Fevil.example%2Fwatch%3Fv%3DyIVRs6YSbOM")]
    [InlineData("https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.example")]
    [InlineData("https://www.youtube.com/watch?v=tooshort")]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YSbOMx")]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YS%20M")]
    [InlineData("https://www.youtube.com/watch?v=yIVRs6YSbÖM")]
    [InlineData("https://www.youtube.com/embed/live_stream?channel=UCkYQyvc_i9hXEo4xic9Hh2g")]
    [InlineData("https://www.youtube.com/@handle")]
    [InlineData("https://www.youtube.com/channel/UCkYQyvc_i9hXEo4xic9Hh2g/videos")]
    [InlineData("https://www.youtube.com/clip/UgkxWxZ2Yk9xYm8")]
    [InlineData("https://www.twitch.tv/videos/1234567890")]
    [InlineData("https://vimeo.com/76979871")]
    public void Look_alikes_channels_and_other_sites_are_pages_for_yt_dlp(string text)
    {
        var page = Source.Parse(text).ShouldBeOfType<WebPage>();

        page.IsList(playlistWanted: false).ShouldBeTrue();
    }
}
