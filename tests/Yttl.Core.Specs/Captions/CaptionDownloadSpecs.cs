using System.Text;
using Microsoft.AspNetCore.Http;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Http;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Captions;

public sealed class CaptionDownloadSpecs : IDisposable
{
    private readonly HttpClient _http = HttpClients.Create();

    /// <summary>Waits between attempts are over at once; the time an attempt may take never is.</summary>
    private readonly EagerTime _time = new(wait => wait < TimeSpan.FromSeconds(10));

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task What_the_site_sends_is_what_is_read()
    {
        await using var site = await LoopbackServer.AnsweringAsync(200, "WEBVTT ü");
        Encoding.UTF8.GetString((await LoadAsync(site.Url)).Bytes.ShouldNotBeNull()).ShouldBe("WEBVTT ü");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_refusal_is_asked_again(int status)
    {
        var asked = 0;
        await using var site = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = ++asked < 3 ? status : 200;
            return context.Response.WriteAsync("captions");
        });

        (await LoadAsync(site.Url)).Bytes.ShouldNotBeNull();
        site.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(429, 3, true)]
    [InlineData(502, 3, true)]
    [InlineData(404, 1, false)]
    [InlineData(403, 1, false)]
    public async Task A_lasting_refusal_is_final_at_once_or_after_three_attempts(
        int status, int requests, bool unreachable)
    {
        await using var site = await LoopbackServer.AnsweringAsync(status);
        var content = await LoadAsync(site.Url);
        content.Reason.ShouldNotBeNull().ShouldContain($"{status}");
        content.Unreachable.ShouldBe(unreachable);
        site.Requests.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 2026 00:00:05 GMT", 5)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", 0)]
    public async Task The_wait_a_site_asks_for_is_kept(string retryAfter, int seconds)
    {
        await using var site = await Asking(retryAfter);
        await LoadAsync(site.Url);
        var waits = _time.Waits.Where(wait => wait < TimeSpan.FromSeconds(10));
        waits.ShouldAllBe(wait => wait == TimeSpan.FromSeconds(seconds));
        site.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_site_that_asks_for_a_long_wait_is_left_alone()
    {
        await using var site = await Asking("3600");
        (await LoadAsync(site.Url)).Unreachable.ShouldBeTrue();
        site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_hanging_site_is_given_more_time_with_each_attempt()
    {
        var hasty = new EagerTime(_ => true);
        await using var site = await LoopbackServer.HangingAsync();
        var content = await new CaptionDownload(_http, hasty).LoadAsync(site.Url, CancellationToken.None);

        content.Unreachable.ShouldBeTrue();
        content.Reason.ShouldBe("it did not arrive within 40 s");
        hasty.Waits.Select(wait => wait.TotalSeconds).Where(wait => wait >= 10).ShouldBe([10, 20, 40]);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_three_times()
    {
        await using var site = await LoopbackServer.ResettingAsync();
        (await LoadAsync(site.Url)).Unreachable.ShouldBeTrue();
        site.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_shorter_body()
    {
        await using var site = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("WEBVTT");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        (await LoadAsync(site.Url)).Bytes.ShouldBeNull();
    }

    [Fact]
    public async Task A_body_without_end_is_left()
    {
        await using var site = await LoopbackServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(new byte[1024 * 1024]);
        });
        (await LoadAsync(site.Url)).Reason.ShouldBe("it is larger than 64 MB");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/captions.vtt")]
    public async Task Only_web_addresses_are_asked_or_redirected_to(string target)
    {
        await using var site = await RedirectingAsync(target);
        (await LoadAsync(site.Url)).Reason.ShouldBe("its address is not http or https");
        (await LoadAsync(new Uri(target))).Reason.ShouldBe("its address is not http or https");
    }

    [Fact]
    public async Task A_redirect_is_followed_and_a_circle_left()
    {
        await using var site = await LoopbackServer.AnsweringAsync(200, "captions");
        await using var moved = await RedirectingAsync(site.Url.ToString());
        await using var circle = await RedirectingAsync("/again");
        (await LoadAsync(moved.Url)).Bytes.ShouldBe(Encoding.UTF8.GetBytes("captions"));
        (await LoadAsync(circle.Url)).Reason.ShouldBe("its address has too many redirects");
    }

    [Fact]
    public async Task Cancelling_is_not_a_failure_of_the_site()
    {
        using var cancellation = new CancellationTokenSource();
        await using var site = await LoopbackServer.StartAsync(context =>
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        await Should.ThrowAsync<OperationCanceledException>(
            new CaptionDownload(_http, _time).LoadAsync(site.Url, cancellation.Token));
    }

    private Task<CaptionContent> LoadAsync(Uri url) =>
        new CaptionDownload(_http, _time).LoadAsync(url, CancellationToken.None);

    private static Task<LoopbackServer> RedirectingAsync(string target) => LoopbackServer.StartAsync(context =>
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = target;
        return Task.CompletedTask;
    });

    private static Task<LoopbackServer> Asking(string retryAfter) => LoopbackServer.StartAsync(context =>
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });
}
