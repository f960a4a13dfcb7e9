using System.Net;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Captions.Formats;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.Core.Sources.Sites;
using Yttl.Core.SponsorBlock;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>What yt-dlp, ffprobe and SponsorBlock answer.</summary>
public sealed class ToolFuzzSpecs(ITestOutputHelper output)
{
    private static readonly string[] Shape =
        ["{", "}", "[", "]", ":", ",", "\"", "null", "true", "1.5", "\"x\"", "{}", "[]"];

    private static readonly Source[] Asked =
        [Source.Parse("https://youtu.be/dQw4w9WgXcQ"), Source.Parse("https://example.org/talk#1")];

    [Fact]
    public void What_ytdlp_prints_is_a_video_a_list_or_refused() => Check(
        "yt-dlp JSON",
        [
            """
            { "id": "x7", "title": "A talk", "webpage_url": "https://example.org/talk", "extractor": "vimeo",
              "language": "en", "duration": 61.5, "is_live": false, "live_status": "not_live", "formats": [{}],
              "chapters": [{ "start_time": 0, "end_time": 30.0, "title": "One" }, { "start_time": "30",
              "title": null }],
              "subtitles": { "en": [{ "url": "https://example.org/c.vtt", "ext": "vtt", "name": "English" }],
              "live_chat": [] },
              "automatic_captions": { "de-orig": [{ "url": "https://example.org/t?lang=de", "ext": "json3" }],
              "fr": null } }
            """,
            """
            { "_type": "playlist", "id": "PLx", "title": "A list", "extractor": "youtube:tab", "entries": [
              { "_type": "url", "ie_key": "Youtube", "id": "dQw4w9WgXcQ", "url": "https://youtu.be/dQw4w9WgXcQ",
                "title": "[Private video]" }, null,
              { "_type": "url", "url": "https://example.org/2", "title": "Two \ud83d" },
              { "id": "3", "webpage_url": "https://example.org/3", "extractor": "generic" } ] }
            """,
        ],
        [
            "\"entries\": ", "\"subtitles\": ", "\"automatic_captions\": ", "\"chapters\": ", "\"url\": ", "\"id\": ",
            "\"_type\": ", "\"ext\": "],
        input => YtDlpJsonContext.Read(Encoding.UTF8.GetString(input)) is { } json && Use(json));

    [Fact]
    public void What_ffprobe_prints_of_packets_is_a_caption_file() => Check(
        "ffprobe packets",
        [
            """
            [PACKET]
            pts_time=1.000000
            duration_time=3.000000
            data=
            00000000: 302c 302c 442c 2c30 2c30 2c30 2c2c 4869  0,0,D,,0,0,0,,Hi
            00000010: 21                                       !

            [/PACKET]
            [PACKET]
            pts_time=N/A
            data=
            00000000: 0002 4869 0a                             ..Hi.

            [/PACKET]
            [FORMAT]
            start_time=0.500000
            [/FORMAT]
            """,
        ],
        ["[PACKET]\n", "[/PACKET]\n", "pts_time=", "duration_time=", "start_time=", "00000000: ", "4869 ", "2c", "fffe ", "1e308", "-5", "\n"],
        input =>
        {
            var dump = new PacketDump(limit: 10_000);
            foreach (var line in FuzzBytes.Text(input).Split('\n'))
                dump.Add(line);
            foreach (var codec in new[] { "subrip", "ass", "mov_text", "webvtt", null })
                CaptionReader.Read(SubtitlePacket.ToFile(dump.All(), codec), null, null);
            return dump.All().Count > 0;
        });

    [Fact]
    public void What_ffprobe_prints_is_a_file_or_refused() => Check(
        "ffprobe JSON",
        [
            """
            { "streams": [
                { "index": 0, "codec_name": "h264", "codec_type": "video", "duration": "61.500000" },
                { "index": 1, "codec_name": "aac", "codec_type": "audio", "disposition": { "default": 1 },
                  "tags": { "language": "eng", "LANGUAGE": "ger" } },
                { "index": 2, "codec_name": "subrip", "codec_type": "subtitle",
                  "tags": { "language": "pt-BR", "title": "Legendas" } } ],
              "chapters": [{ "id": 0, "start_time": "0.000000", "end_time": "30.000000", "tags": { "title": "One" } }],
              "format": { "format_name": "matroska,webm", "duration": "61.500000", "tags": { "title": "A talk" } } }
            """,
        ],
        [
            "\"streams\": ", "\"index\": ", "\"codec_type\": \"subtitle\"", "\"codec_name\": \"text\"", "\"tags\": ",
            "\"duration\": ", "\"chapters\": "],
        input => FFprobeJsonContext.Read(Encoding.UTF8.GetString(input)) is { } json
            && Kept(MediaFiles.From(json, "id", "/talks/talk.mkv", [])));

    [Fact]
    public void What_SponsorBlock_answers_is_ranges_or_a_note() => Check(
        "SponsorBlock JSON",
        [
            """
            [{ "videoID": "dQw4w9WgXcQ", "hash": "5f6b", "segments": [
               { "category": "outro", "actionType": "skip", "segment": [50, 60], "votes": 3, "videoDuration": 0 },
               { "category": "sponsor", "segment": [10.25, 20.5], "UUID": "a", "videoDuration": 60.2 } ] }]
            """,
        ],
        [
            "\"videoID\": \"dQw4w9WgXcQ\"", "\"segments\": ", "\"segment\": ", "\"category\": \"sponsor\"",
            "\"videoDuration\": "],
        input =>
        {
            using var http = new HttpClient(new Answering(input));
            var client = new SponsorBlockClient(http, new Uri("https://sponsor.invalid/"), TimeProvider.System);
            var ranges = client
                .FindAsync("dQw4w9WgXcQ", TimeSpan.FromSeconds(60), ["sponsor", "outro"], default)
                .GetAwaiter()
                .GetResult();
            foreach (var range in ranges.Removed)
                range.Start.ShouldBeInRange(TimeSpan.Zero, range.End);
            return ranges.Removed.Count > 0;
        });

    private void Check(string name, string[] seeds, string[] words, Func<byte[], bool> read) => Fuzz.Check(
        new FuzzTarget(name, FuzzBytes.Of(seeds), FuzzBytes.Of([.. Shape, .. words]), read)
        {
            IsRefusal = problem => problem is JsonException,
        },
        output);

    private static bool Use(YtDlpJson json)
    {
        foreach (var asked in Asked)
        {
            Kept(YtDlpVideo.From(json, asked));
            foreach (var entry in SiteList.Entries(json, asked))
                (SiteList.IsListItself(entry) ? Source.Parse(entry.Source) : null)?.IsList(true).ShouldBeTrue();
        }

        return true;
    }

    /// <summary>Whatever was found of a video is stored, and must be found again.</summary>
    private static bool Kept(Video video)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(video, SourcesJson.Default.Video);
        JsonSerializer.Deserialize(json, SourcesJson.Default.Video).ShouldNotBeNull().Id.ShouldBe(video.Id);
        return true;
    }

    private sealed class Answering(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) });
    }
}
