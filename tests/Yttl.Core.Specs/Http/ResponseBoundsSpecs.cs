using Microsoft.AspNetCore.Http;
using Yttl.Core.Http;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Http;

/// <summary>What a client reads of servers that send without end, or stop.</summary>
public sealed class ResponseBoundsSpecs
{
    private const int Bytes = 300 * 1024;

    private static readonly TimeSpan Total = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(HttpCompletionOption.ResponseContentRead)]
    [InlineData(HttpCompletionOption.ResponseHeadersRead)]
    public async Task A_body_without_end_is_read_up_to_its_bound(HttpCompletionOption reading)
    {
        await using var server = await LoopbackServer.StartAsync(Endless.SendAsync);
        using var http = Client();

        var failure = await Should.ThrowAsync<Exception>(async () =>
        {
            using var answer = await http.GetAsync(server.Url, reading);
            await answer.Content.ReadAsByteArrayAsync();
        });

        ResponseTooLargeException.Find(failure).ShouldNotBeNull(failure.ToString()).Message
            .ShouldBe("the answer is larger than 300 KB");
    }

    [Fact]
    public async Task A_compressed_body_counts_as_large_as_it_becomes()
    {
        await using var server = await LoopbackServer.StartAsync(Endless.SendCompressedAsync);
        using var http = Client();

        var failure = await Should.ThrowAsync<Exception>(() => http.GetStringAsync(server.Url));

        ResponseTooLargeException.Find(failure).ShouldNotBeNull(failure.ToString());
    }

    [Fact]
    public async Task A_stated_length_beyond_the_bound_is_refused_unread()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Bytes + 1;
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        using var http = Client();

        var failure = await Should.ThrowAsync<HttpRequestException>(() =>
            http.GetAsync(server.Url, HttpCompletionOption.ResponseHeadersRead));

        ResponseTooLargeException.Find(failure).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_body_of_exactly_the_bound_is_whole()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => context.Response.Body.WriteAsync(new byte[Bytes]).AsTask());
        using var http = Client();

        (await http.GetByteArrayAsync(server.Url)).Length.ShouldBe(Bytes);
    }

    [Fact]
    public async Task The_body_of_an_error_is_cut_because_its_status_tells_what_happened()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return Endless.SendAsync(context);
        });
        using var http = Client();

        using var answer = await http.GetAsync(server.Url);

        ((int)answer.StatusCode).ShouldBe(503);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBe((int)ResponseBounds.ErrorBytes);
    }

    [Fact]
    public async Task A_request_may_have_bounds_of_its_own()
    {
        await using var server = await LoopbackServer.StartAsync(
            context => context.Response.Body.WriteAsync(new byte[Bytes]).AsTask());
        using var http = Client();

        using var answer = await http.GetAsync(server.Url, new ResponseBounds(1024, Total), default);

        await Should.ThrowAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_body_that_stops_in_its_middle_is_left()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("A");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        using var http = Client();

        var reading = http.GetStringAsync(server.Url);
        await _time.PendingAsync(Idle);
        _time.Advance(Idle);

        var failure = await Should.ThrowAsync<Exception>(() => reading);
        ResponseStalledException.Find(failure).ShouldNotBeNull(failure.ToString()).Message
            .ShouldBe("the answer stopped in its middle for 20 s");
    }

    [Fact]
    public async Task A_body_that_has_not_begun_has_all_of_its_time()
    {
        var release = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.Body.FlushAsync();
            await release.Task;
            await context.Response.WriteAsync("An answer.");
        });
        using var http = Client();

        using var answer = await http.GetAsync(server.Url, HttpCompletionOption.ResponseHeadersRead);
        var reading = answer.Content.ReadAsStringAsync();
        await _time.PendingAsync(Total);
        _time.Advance(Total - TimeSpan.FromSeconds(1));
        release.SetResult();

        (await reading).ShouldBe("An answer.");
    }

    [Fact]
    public async Task A_byte_now_and_then_does_not_make_it_last()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            for (; !context.RequestAborted.IsCancellationRequested; await Task.Delay(1))
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
            }
        });
        using var http = HttpClients.Create(
            bounds: new ResponseBounds(long.MaxValue, Total) { Idle = TimeSpan.FromDays(1) }, time: _time);

        var reading = http.GetStringAsync(server.Url);
        await _time.PendingWithinAsync(Total);
        _time.Advance(Total);

        var failure = await Should.ThrowAsync<Exception>(() => reading);
        ResponseStalledException.Find(failure).ShouldNotBeNull(failure.ToString()).Message
            .ShouldBe("the answer did not end within 60 s");
    }

    [Fact]
    public async Task Headers_that_do_not_come_are_no_longer_waited_for()
    {
        await using var server = await LoopbackServer.HangingAsync();
        using var http = Client();

        var asking = http.GetAsync(server.Url);
        await _time.PendingAsync(Total);
        _time.Advance(Total);

        (await Should.ThrowAsync<HttpRequestException>(() => asking)).Message.ShouldBe("the answer did not end within 60 s");
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            for (var i = 0; i < 64; i++)
                context.Response.Headers[$"X-{i}"] = new string('x', 1024);
            return context.Response.WriteAsync("An answer.");
        });
        using var http = Client();

        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(server.Url));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("A");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        using var http = Client();
        using var stop = new CancellationTokenSource();

        var reading = http.GetStringAsync(server.Url, stop.Token);
        await _time.PendingAsync(Idle);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    private HttpClient Client() =>
        HttpClients.Create(bounds: new ResponseBounds(Bytes, Total) { Idle = Idle }, time: _time);
}
