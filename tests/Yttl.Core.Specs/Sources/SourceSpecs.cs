using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Failures;
using Yttl.Core.Sources;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources;

public sealed class SourceSpecs
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public void What_a_source_prints_is_read_back_as_the_same_source()
    {
        Prop.ForAll(Sources().ToArbitrary(), source => Source.Parse(source.ToString()).Equals(source))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_a_source_or_a_failure_of_one_line()
    {
        Prop.ForAll<string>(text => Source.TryParse(text ?? "", out var source, out var failure)
                ? Source.Parse(source.ToString()).Equals(source)
                : failure.Category is FailureCategory.Input && !failure.Message.Contains('\n'))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("lecture.mp4")]
    [InlineData("-o.mp4")]
    [InlineData("--exec.mkv")]
    [InlineData("notes")]
    [InlineData("täg \"><script> 日本.webm")]
    [InlineData("youtube.mp4")]
    public void A_name_that_is_no_address_is_a_media_file_in_the_current_folder(string name)
    {
        Source.Parse(name).ShouldBe(new MediaFile(Path.GetFullPath(name)));
    }

    [Theory]
    [InlineData("talk.vtt")]
    [InlineData("TALK.SRT")]
    [InlineData("talk.en.json3")]
    [InlineData("talk.srv3")]
    [InlineData("-talk.xml")]
    public void The_extensions_of_captions_make_a_caption_file(string name)
    {
        Source.Parse(name).ShouldBe(new CaptionFile(Path.GetFullPath(name)));
    }

    [Fact]
    public void A_file_address_is_the_file_it_names()
    {
        Source.Parse("file:///media/a%20b.mp4").ShouldBe(new MediaFile(Path.GetFullPath("/media/a b.mp4")));
        Source.Parse("FILE:///media/c.vtt").ShouldBe(new CaptionFile(Path.GetFullPath("/media/c.vtt")));
    }

    [Fact]
    public void Eleven_characters_that_name_a_file_are_that_file()
    {
        using var folder = new TempFolder();
        var file = folder.Write("yIVRs6YSbOM", "");

        SourceText.Read("yIVRs6YSbOM", path => path is "yIVRs6YSbOM", _ => false).Source.ShouldBeOfType<MediaFile>();
        Source.Parse(file).ShouldBe(new MediaFile(file));
    }

    [Theory]
    [InlineData("https://", "'https://' is not a source: it is not a valid URL")]
    [InlineData("ftp://example.org/a.mp4", "'ftp://example.org/a.mp4' is not a source: only http and https addresses can be read")]
    public void What_is_wrong_with_an_address_is_told(string text, string message)
    {
        Source.TryParse(text, out _, out var failure).ShouldBeFalse();

        failure!.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("", "source.empty")]
    [InlineData(" \t", "source.empty")]
    [InlineData("ftp://example.org/a.mp4", "source.unsupported")]
    [InlineData("rtmp://example.org/live", "source.unsupported")]
    [InlineData("https://", "source.unsupported")]
    [InlineData("http://exa mple/", "source.unsupported")]
    [InlineData("file://server/share/a.mp4", "source.unsupported")]
    [InlineData("a\0b.mp4", "source.unsupported")]
    [InlineData("file:///a%00b.mp4", "source.unsupported")]
    public void What_cannot_be_a_source_is_said_to_be_none(string text, string code)
    {
        Source.TryParse(text, out var source, out var failure).ShouldBeFalse();

        source.ShouldBeNull();
        failure!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(@"https://vimeo.com/channels/\(talks\)/1\?a\=b\&c\=\[d\]", "https://vimeo.com/channels/(talks)/1?a=b&c=[d]")]
    [InlineData(@"https://example.org/~me/a\ talk\!", "https://example.org/~me/a%20talk!")]
    [InlineData(@"http:\/\/example.org\/talk", "http://example.org/talk")]
    public void An_address_that_a_shell_escaped_is_that_address(string text, string address)
    {
        Source.Parse(text).ShouldBe(new WebPage(new Uri(address)));
    }

    [Theory]
    [InlineData(@"talk\?.mp4", false)]
    [InlineData(@"youtu.be/yIVRs6YSbOM\?t\=17", true)]
    public void A_name_with_a_backslash_stays_that_file(string name, bool exists)
    {
        SourceText.Read(name, path => exists && path == name, _ => false).Source.ShouldBe(new MediaFile(Path.GetFullPath(name)));
    }

    [Fact]
    public void What_a_page_lists_can_never_be_a_file()
    {
        SourceText.FromAddress("file:///etc/passwd").ShouldBeNull();
        SourceText.FromAddress("/etc/passwd").ShouldBeNull();
        SourceText.FromAddress("etc.vtt").ShouldBeNull();
    }

    [Fact]
    public void Pages_that_differ_in_their_fragment_are_different_pages()
    {
        Source.Parse("https://example.org/#a").ShouldNotBe(Source.Parse("https://example.org/#b"));
    }

    private static Gen<Source> Sources()
    {
        var video = Id(11).Where(id => id is not ("videoseries" or "live_stream")).Select(id => VideoId.Parse(id, null));
        var list = Gen.Choose(2, 40).SelectMany(Id).Select(id => PlaylistId.Parse(id, null));
        var name = Gen.Elements("a.mp4", "b c.mkv", "-d.srt", "https:", "yIVRs6YSbOM", "täg.vtt", " e ", "x#y?z.wav", "日本", "%41", "f\n.vtt");
        var path = name.ArrayOf(3).Select(parts => Path.GetFullPath("/" + string.Join('/', parts)));
        var page = from host in Gen.Elements("example.org", "ünï.example", "10.0.0.1:8080", "user@evil.example", "twitch.tv")
                   from rest in Gen.Elements("", "/", "/a b", "/%2e%2e/x", "/ä?q=ö&r=%20", "/#!frag", "?x=1#y", "/a//b/../c", "/%zz")
                   select (Source)new WebPage(new Uri("https://" + host + rest));
        return Gen.OneOf(
            video.Select(Source (id) => new YouTubeVideo(id, null)),
            video.SelectMany(id => list.Select(Source (playlist) => new YouTubeVideo(id, playlist))),
            list.Select(Source (id) => new YouTubePlaylist(id)),
            path.Select(Source (full) => CaptionFile.IsNameOfOne(full) ? new CaptionFile(full) : new MediaFile(full)),
            page);
    }

    private static Gen<string> Id(int length) =>
        Gen.Elements(IdCharacters.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));
}
