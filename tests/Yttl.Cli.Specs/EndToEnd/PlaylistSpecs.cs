using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

public sealed class PlaylistSpecs : IDisposable
{
    private const string List = "https://www.youtube.com/playlist?list=PLAAAAAAAAAAAAAAAA";

    private readonly YttlProcess _yttl = new();
    private readonly FakeYtDlp _ytDlp = new();

    public void Dispose()
    {
        _ytDlp.Dispose();
        _yttl.Dispose();
    }

    [Fact]
    public async Task A_list_of_which_a_video_fails_is_partial_on_stderr_in_json_and_by_its_exit_code()
    {
        await using var site = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(CaptionFiles.WebVtt(minutes: 2)));
        _ytDlp.Prints(List, """
            {"_type": "playlist", "id": "PLAAAAAAAAAAAAAAAA", "title": "Talks", "extractor": "youtube:tab", "entries": [
             {"_type": "url", "id": "aaaaaaaaaaa", "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": "One"},
             {"_type": "url", "id": "bbbbbbbbbbb", "url": "https://www.youtube.com/watch?v=bbbbbbbbbbb", "title": "Two"}]}
            """);
        _ytDlp.Prints("https://www.youtube.com/watch?v=aaaaaaaaaaa", $$$"""
            {"id": "aaaaaaaaaaa", "title": "One", "extractor": "youtube", "duration": 120,
             "webpage_url": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
             "formats": [{}], "subtitles": {"en": [{"ext": "vtt", "url": "{{{site.Url}}}talk.vtt"}]}}
            """);
        _ytDlp.Fails("https://www.youtube.com/watch?v=bbbbbbbbbbb", "ERROR: [youtube] bbbbbbbbbbb: Private video.");
        _yttl.Uses(_ytDlp);

        var ran = await _yttl.RunAsync("summarize", List, "--json");

        ran.ExitCode.ShouldBe(3, ran.Error);
        ran.ErrorLines.ShouldContain("partial: Talks (1 of 2 videos failed)");
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("status").GetString().ShouldBe("partial");
        document.RootElement.GetProperty("results").GetArrayLength().ShouldBe(2);
        var list = document.RootElement.GetProperty("lists")[0];
        list.GetProperty("status").GetString().ShouldBe("partial");
        list.GetProperty("title").GetString().ShouldBe("Talks");
        File.ReadAllText(list.GetProperty("files")[0].GetString()!).ShouldContain("<title>Talks");
    }
}
