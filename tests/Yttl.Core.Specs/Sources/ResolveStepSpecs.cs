using Yttl.Core.Artifacts;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources;

public sealed class ResolveStepSpecs
{
    private const string Page = "https://example.org/talk";

    private readonly InMemoryArtifactStore _artifacts = new();
    [Fact]
    public async Task Addresses_signed_anew_leave_the_audio_the_same()
    {
        var (video, audio) = await ResolveAsync(Json(signature: "monday"));
        var (later, same) = await ResolveAsync(Json(signature: "tuesday"));

        later.ShouldNotBe(video);
        same.ShouldBe(audio);
    }

    [Theory]
    [InlineData(1700000000, "140", 5000, "another size")]
    [InlineData(1700000000, "251", 4000, "another stream")]
    [InlineData(1800000000, "140", 4000, "changed since")]
    public async Task A_file_that_was_put_in_the_place_of_another_is_other_audio(
        long modified, string format, long size, string why)
    {
        var (_, audio) = await ResolveAsync(Json());

        (await ResolveAsync(Json(modified: modified, format: format, size: size))).Audio.ShouldNotBe(audio, why);
    }

    [Fact]
    public async Task Of_the_streams_only_the_one_that_is_taken_counts()
    {
        var (_, audio) = await ResolveAsync(Json(picture: 1));

        (await ResolveAsync(Json(picture: 2))).Audio.ShouldBe(audio);
    }

    [FFmpegFact]
    public async Task What_ffprobe_said_of_a_file_comes_with_its_audio()
    {
        using var folder = new TempFolder();
        var path = folder.PathOf("tone.wav");
        await new ProcessRunner().RunAsync(
            new ToolCall("ffmpeg", ["-f", "lavfi", "-i", "sine=440:d=2", path], null), CancellationToken.None);

        var outcome = await new ResolveStep(_artifacts, new(), new(), new(), TimeProvider.System).RunAsync(
            new ResolveRequest(path), CancellationToken.None);

        var audio = await _artifacts.ReadJsonAsync(
            outcome.Video!.Audio, SourcesJson.Default.AudioSource, CancellationToken.None);
        audio.Streams!.ShouldHaveSingleItem().End.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private async Task<(ArtifactRef Video, ArtifactRef Audio)> ResolveAsync(string json)
    {
        using var ytDlp = new FakeYtDlp();
        ytDlp.Prints(null, json);
        var step = new ResolveStep(
            _artifacts, new(TimeProvider.System, ytDlp.Environment), new(YtDlp: FakeTool.Path), new(), TimeProvider.System);
        var outcome = await step.RunAsync(new ResolveRequest(Page), CancellationToken.None);
        return (outcome.Video!.Info, outcome.Video.Audio);
    }

    private static string Json(
        string signature = "x", long modified = 1700000000, string format = "140", long size = 4000, int picture = 1) => $$"""
        {
          "id": "talk", "title": "Talk", "extractor": "example", "duration": 60, "webpage_url": "{{Page}}",
          "modified_timestamp": {{modified}},
          "subtitles": { "en": [{ "ext": "vtt", "url": "https://cdn.example.org/en.vtt?sig={{signature}}" }] },
          "formats": [
            { "format_id": "sb0", "acodec": "none", "vcodec": "none", "url": "https://cdn.example.org/sb" },
            { "format_id": "{{format}}", "acodec": "mp4a", "vcodec": "none", "filesize": {{size}}, "url": "https://cdn.example.org/a?sig={{signature}}" },
            { "format_id": "22", "acodec": "mp4a", "vcodec": "avc1", "filesize": {{picture}}, "url": "https://cdn.example.org/v" }
          ]
        }
        """;
}
