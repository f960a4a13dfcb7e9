using System.Net;
using System.Net.Sockets;
using Yttl.Core.Failures;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What is tried again, how often, and after which wait.</summary>
public sealed class ModelRetrySpecs
{
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");

    public static TheoryData<string> PassingFailures => ["500", "503", "408", "reset", "reset in the body", "garbage"];

    [Theory]
    [MemberData(nameof(PassingFailures))]
    public async Task A_passing_failure_is_tried_again(string failure)
    {
        await using var model = await ModelUnderSpec.StartAsync(Answer(failure), Answer(failure), Good);

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
        model.Server.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("500", FailureCategory.Api)]
    [InlineData("503", FailureCategory.Network)]
    [InlineData("reset", FailureCategory.Network)]
    [InlineData("reset in the body", FailureCategory.Network)]
    public async Task Attempts_are_counted_in_all_and_then_the_failure_is_final(string failure, FailureCategory category)
    {
        await using var model = await ModelUnderSpec.StartAsync(Answer(failure));

        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Category.ShouldBe(category);
        model.Server.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task With_one_attempt_nothing_is_tried_again()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Error(500));
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Retry = new(1, TimeSpan.Zero) });

        await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_network_failure()
    {
        await using var server = await LoopbackModel.StartAsync(Good);
        await using var model = ModelUnderSpec.Around(server,
            settings => settings with { BaseUrl = new($"http://127.0.0.1:{FreePort()}/v1/") });

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.Failure.Code.ShouldBe("model.unreachable");
        failure.Failure.Category.ShouldBe(FailureCategory.Network);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_after_the_time_out_and_tried_again()
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Hang, Good);

        var call = model.CompleteAsync();
        await model.Server.CalledAsync(1);
        await model.Time.PendingAsync(TimeSpan.FromSeconds(120));
        model.Time.Advance(TimeSpan.FromSeconds(120));

        (await call).Text.ShouldBe("A summary.");
        model.Server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_always_hangs_is_a_network_failure_in_the_end()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var model = ModelUnderSpec.Around(server,
            settings => settings with { Retry = settings.Retry with { MaxAttempts = 2 } });

        var call = model.CompleteAsync();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await server.CalledAsync(attempt);
            await model.Time.PendingAsync(TimeSpan.FromSeconds(120));
            model.Time.Advance(TimeSpan.FromSeconds(120));
        }

        var failure = await Should.ThrowAsync<YttlException>(() => call);
        failure.Failure.Code.ShouldBe("model.timeout");
        failure.Failure.Category.ShouldBe(FailureCategory.Network);
    }

    [Fact]
    public async Task The_wait_between_attempts_doubles()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Error(500), ModelAnswer.Error(500), Good);
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Retry = new(3, TimeSpan.FromSeconds(4)) });

        var call = model.CompleteAsync();
        // Without jitter the random half is missing: 2 s, 4 s.
        await model.Time.PendingAsync(TimeSpan.FromSeconds(2));
        model.Time.Advance(TimeSpan.FromSeconds(2));
        await model.Time.PendingAsync(TimeSpan.FromSeconds(4));
        server.Calls.Count.ShouldBe(2);
        model.Time.Advance(TimeSpan.FromSeconds(4));

        (await call).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again_sooner_than_a_failing_server()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Reset, Good);
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Retry = new(3, TimeSpan.FromSeconds(20)) });

        var call = model.CompleteAsync();
        // Without jitter the random half of the 5 s is missing.
        await model.Time.PendingAsync(TimeSpan.FromSeconds(2.5));
        model.Time.Advance(TimeSpan.FromSeconds(2.5));

        (await call).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task All_attempts_and_waits_of_a_call_together_are_bounded()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Hang);
        await using var model = ModelUnderSpec.Around(server, settings => settings with
        {
            Retry = settings.Retry with { MaxAttempts = 20, CallTimeout = TimeSpan.FromSeconds(200) },
        });

        var call = model.CompleteAsync();
        await server.CalledAsync(1);
        await model.Time.PendingAsync(TimeSpan.FromSeconds(120));
        model.Time.Advance(TimeSpan.FromSeconds(120));
        await server.CalledAsync(2);
        await model.Time.PendingAsync(TimeSpan.FromSeconds(80));
        model.Time.Advance(TimeSpan.FromSeconds(80));

        (await Should.ThrowAsync<YttlException>(() => call)).Failure.Code.ShouldBe("model.timeout");
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_and_a_call_without_a_failure()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Error(500), ModelAnswer.Hang);
        await using var model = ModelUnderSpec.Around(server, settings => settings with { Retry = new(3, TimeSpan.FromSeconds(4)) });
        using var duringWait = new CancellationTokenSource();
        using var duringCall = new CancellationTokenSource();

        var waiting = model.Client.CompleteAsync(ModelUnderSpec.Prompt, duringWait.Token);
        await model.Time.PendingAsync(TimeSpan.FromSeconds(2));
        var hanging = model.Client.CompleteAsync(ModelUnderSpec.Prompt, duringCall.Token);
        await server.CalledAsync(2);
        await duringWait.CancelAsync();
        await duringCall.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await Should.ThrowAsync<OperationCanceledException>(() => hanging);
        server.Calls.Count.ShouldBe(2);
    }

    private static ModelAnswer Answer(string failure) => failure switch
    {
        "reset" => ModelAnswer.Reset,
        "reset in the body" => ModelAnswer.ResetMidBody,
        "garbage" => ModelAnswer.Garbage,
        _ => ModelAnswer.Error(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
