using System.Net;
using Yttl.TestKit;

namespace Yttl.Whisper.Specs.Http;

public sealed class BusySpecs : IDisposable
{
    private readonly FakeRecognizer _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task A_server_that_goes_down_stops_its_work_before_it_frees_the_model()
    {
        _model.MayAnswer = new TaskCompletionSource().Task;
        var server = await RunningServer.StartAsync(_model);
        var broken = server.PostAsync();
        await _model.Begun.Task;

        await server.DisposeAsync();

        await Should.ThrowAsync<Exception>(broken);
        _model.DisposedAtWork.ShouldBe(false);
    }

    [Fact]
    public async Task Who_finds_the_line_full_is_told_when_to_come_again()
    {
        var mayAnswer = new TaskCompletionSource();
        _model.MayAnswer = mayAnswer.Task;
        await using var server = await RunningServer.StartAsync(_model);
        var first = server.PostAsync();
        await _model.Begun.Task;

        using var second = await server.PostAsync();

        second.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        second.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2));
        (await second.Content.ReadAsStringAsync()).ShouldContain("queue_full");
        mayAnswer.SetResult();
        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_finds_a_place_in_the_line_is_answered_in_turn()
    {
        var mayAnswer = new TaskCompletionSource();
        _model.MayAnswer = mayAnswer.Task;
        await using var server = await RunningServer.StartAsync(
            _model, options: RunningServer.Options with { Queue = 1 });
        var first = server.PostAsync();
        await _model.Begun.Task;
        var second = server.PostAsync();
        while ((await server.HealthAsync()).GetProperty("waiting").GetInt32() == 0)
            await Task.Yield();

        mayAnswer.SetResult();

        (await first).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_the_client_leaves_the_work_stops_and_its_place_is_free()
    {
        _model.MayAnswer = new TaskCompletionSource().Task;
        await using var server = await RunningServer.StartAsync(_model);
        using var leaving = new CancellationTokenSource();
        var left = server.PostAsync([1], leaving.Token);
        await _model.Begun.Task;

        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(left);
        await _model.Stopped.Task.WaitAsync(Eventually.Timeout);
        while ((await server.HealthAsync()).GetProperty("at_work").GetInt32() > 0)
            await Task.Yield();
        _model.MayAnswer = Task.CompletedTask;
        using var next = await server.PostAsync();
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Spooled().ShouldBeEmpty();
    }
}
