using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>What sites, programs and SponsorBlock fail of is counted as what models fail of is.</summary>
public sealed class OutsideErrorsSpecs : IDisposable
{
    private const string Url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    private readonly YttlProcess _yttl = new();
    private readonly FakeYtDlp _ytDlp = new();

    public OutsideErrorsSpecs()
    {
        _yttl.Uses(_ytDlp);
    }

    public void Dispose()
    {
        _ytDlp.Dispose();
        _yttl.Dispose();
    }

    [Fact]
    public async Task Failed_downloads_of_captions_and_a_sponsorblock_that_is_down_are_counted_and_the_run_is_complete()
    {
        var asked = 0;
        await using var site = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) is 1 ? 503 : 200;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync(CaptionFiles.WebVtt(minutes: 12));
        });
        await using var sponsorBlock = await LoopbackServer.AnsweringAsync(500);
        _yttl.Environment["YTTL_SPONSORBLOCK_URL"] = sponsorBlock.Url.AbsoluteUri;
        _ytDlp.Prints(null, $$$"""
            {"id": "dQw4w9WgXcQ", "title": "A talk", "extractor": "youtube", "duration": 720, "webpage_url": "{{{Url}}}",
             "formats": [{}], "subtitles": {"en": [{"ext": "vtt", "url": "{{{site.Url}}}talk.vtt"}]}}
            """);

        var (status, retries, errors) = await SummarizeAsync(Url, "--sponsorblock", "sponsor");

        (status, retries).ShouldBe(("complete", 1));
        errors.ShouldBe(["captions network 1", "sponsorblock api 1"]);
    }

    [Fact]
    public async Task A_run_that_fails_at_its_site_or_a_program_says_so_too()
    {
        _ytDlp.Fails(null, "ERROR: [youtube] dQw4w9WgXcQ: Private video. Sign in if you've been granted access");
        _yttl.Environment["YTTL_FFPROBE"] = "no-ffprobe";

        (await SummarizeAsync(Url)).Errors.ShouldBe(["yt-dlp unavailable 1"]);
        (await SummarizeAsync(_yttl.Folder.Write("talk.mp4", "no film"))).Errors.ShouldBe(["ffprobe processing 1"]);
    }

    private async Task<(string? Status, int Retries, string[] Errors)> SummarizeAsync(params string[] arguments)
    {
        var ran = await _yttl.RunAsync(["summarize", .. arguments, "--json"]);
        using var document = JsonDocument.Parse(ran.Output);
        var result = document.RootElement.GetProperty("results")[0];
        return (
            result.GetProperty("status").GetString(),
            result.GetProperty("retries").GetInt32(),
            [
                .. result.GetProperty("errors").EnumerateArray().Select(error =>
                    $"{error.GetProperty("provider")} {error.GetProperty("category")} {error.GetProperty("count")}"),
            ]);
    }
}
