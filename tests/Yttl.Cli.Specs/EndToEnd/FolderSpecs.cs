using System.Diagnostics;
using System.Text.Json;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class FolderSpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task A_folder_is_a_list_of_its_files_with_a_page_over_their_reports()
    {
        Directory.CreateDirectory(_yttl.Folder.PathOf("talks"));
        _yttl.Folder.Write("talks/one.vtt", CaptionFiles.WebVtt(minutes: 2));
        _yttl.Folder.Write("talks/two.vtt", CaptionFiles.WebVtt(minutes: 3));
        _yttl.Folder.Write("talks/notes.txt", "Nothing to see here.");

        var ran = await _yttl.RunAsync("summarize", "talks", "--json");

        ran.ExitCode.ShouldBe(0, ran.Error);
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("title").GetString())
            .ShouldBe(["one", "two"]);
    }

    [FFmpegFact]
    public async Task What_a_shell_makes_of_a_star_is_each_video_once()
    {
        string[] arguments = ["-v", "error", "-nostdin", "-f", "lavfi", "-i", "sine=d=120", _yttl.Folder.PathOf("talk.mp4")];
        using (var ffmpeg = Process.Start("ffmpeg", arguments))
            await ffmpeg.WaitForExitAsync();
        _yttl.Folder.Write("talk.srt", CaptionFiles.WebVtt(minutes: 2));
        _yttl.Folder.Write("other.vtt", CaptionFiles.WebVtt(minutes: 3));

        var ran = await _yttl.RunAsync("summarize", "other.vtt", "talk.mp4", "talk.srt", "--json");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Error.ShouldContain("note: talk.srt is read with talk.mp4, and not on its own");
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("title").GetString())
            .ShouldBe(["other", "talk"]);
    }

    [Fact]
    public async Task A_text_without_times_is_refused_as_one()
    {
        _yttl.Folder.Write("notes.txt", "We talked about the bridge.\nNothing was decided.\n");

        var ran = await _yttl.RunAsync("summarize", "notes.txt");

        ran.ExitCode.ShouldBe(1);
        ran.Error.ShouldContain("notes.txt is a text without times");
        ran.Error.ShouldNotContain("damaged");
    }
}
