using System.Text;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The password of a video is a secret: it reaches yt-dlp, and nothing that is kept or shown.</summary>
public sealed class VideoPasswordSpecs : IDisposable
{
    private const string Password = "geheim-7391";

    private readonly YttlProcess _yttl = new();
    private readonly FakeYtDlp _ytDlp = new();

    public VideoPasswordSpecs()
    {
        _yttl.Uses(_ytDlp);
    }

    public void Dispose()
    {
        _ytDlp.Dispose();
        _yttl.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_reaches_ytdlp_alone(bool asOption)
    {
        await using var site = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(CaptionFiles.WebVtt(minutes: 12)));
        _ytDlp.Prints(null, $$$"""
            {"id": "76979871", "title": "A talk", "extractor": "vimeo", "duration": 720, "webpage_url": "https://vimeo.com/76979871",
             "formats": [{}], "subtitles": {"en": [{"ext": "vtt", "url": "{{{site.Url}}}talk.vtt"}]}}
            """);
        if (!asOption)
            _yttl.Environment["YTTL_VIDEO_PASSWORD"] = Password;

        var ran = await _yttl.RunAsync(
            ["summarize", "https://vimeo.com/76979871", "-v", .. asOption ? ["--video-password", Password] : Array.Empty<string>()]);

        ran.ExitCode.ShouldBe(0, ran.Error);
        _ytDlp.Input.ShouldContain($"--video-password='{Password}'");
        (ran.Output + ran.Error).ShouldNotContain(Password);
        Directory.EnumerateFiles(_yttl.Folder.Path, "*", SearchOption.AllDirectories)
            .Where(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)).Contains(Password, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_configuration_says_only_that_it_is_set()
    {
        _yttl.Environment["YTTL_VIDEO_PASSWORD"] = Password;

        foreach (var form in (string[][])[["config", "show"], ["config", "show", "--json"]])
        {
            var ran = await _yttl.RunAsync(form);
            ran.Output.ShouldContain("video_password");
            (ran.Output + ran.Error).ShouldNotContain(Password);
        }
    }
}
