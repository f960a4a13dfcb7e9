using Yttl.Core.Sources.Files;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class PlaylistSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("talk.m3u8", "#EXTM3U\n#EXTINF:9,\none.ts\n#EXTINF:9,\nfile:two.ts\nhttp://127.0.0.1/three.ts\n", "one.ts two.ts")]
    [InlineData("talk.m3u", "#EXTM3U\r\n#EXT-X-MAP:URI=\"init.mp4\"\r\none.m4s\r\n", "init.mp4 one.m4s")]
    [InlineData("talk.ffconcat", "ffconcat version 1.0\nfile 'a b.ts'\nduration 9\nfile one.ts\n", "a b.ts one.ts")]
    [InlineData("talk.mp4", "#EXTM3U\none.ts\n", "")]
    public void The_files_that_a_playlist_lists_are_its_parts(string name, string text, string parts)
    {
        var path = _folder.Write(name, text);

        string.Join(' ', Playlist.PartsOf(path).Select(Path.GetFileName)).ShouldBe(parts);
    }

    [Fact]
    public void The_parts_of_its_parts_are_its_parts_and_a_circle_ends()
    {
        var path = _folder.Write("all.m3u8", "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,URI=\"sound\"\nall.m3u8\n");
        _folder.Write("sound", "#EXTM3U\none.ts\nall.m3u8\n");

        Playlist.PartsOf(path).Select(Path.GetFileName).ShouldBe(["sound", "one.ts"]);
    }

    [Fact]
    public void DASH_counts_what_is_beside_it()
    {
        var path = _folder.Write("talk.mpd", "<?xml version=\"1.0\"?><MPD><SegmentTemplate media=\"$Number$.m4s\"/></MPD>");
        _folder.Write("1.m4s", "sound");

        Playlist.PartsOf(path).Select(Path.GetFileName).ShouldBe(["1.m4s"]);
    }

    [Theory]
    [InlineData("talk.m3u8", "#EXTM3U\n#EXTINF:9,\npart.ts\n#EXT-X-ENDLIST\n")]
    [InlineData("talk.ffconcat", "ffconcat version 1.0\nfile part.ts\n")]
    public void Another_part_makes_another_recording(string name, string text)
    {
        var path = _folder.Write(name, text);
        _folder.Write("part.ts", "one sound");
        var (id, revision) = (FileContent.Identify(path), FileContent.Revision(path));
        FileContent.Identify(path).ShouldBe(id);
        FileContent.Revision(path).ShouldBe(revision);

        _folder.Write("part.ts", "two sound");

        FileContent.Identify(path).ShouldNotBe(id);
        FileContent.Revision(path).ShouldNotBe(revision);
        File.Delete(_folder.PathOf("part.ts"));
        FileContent.Identify(path).ShouldNotBe(id);
    }
}
