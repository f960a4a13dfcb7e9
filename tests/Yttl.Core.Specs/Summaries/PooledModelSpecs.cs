using Yttl.Core.Failures;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Specs.ModelServers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A language model whose servers come and go.</summary>
public sealed class PooledModelSpecs
{
    private static readonly Prompt Prompt = new("Summarise.", "BEGIN DATA 1\nhello\nEND DATA 1", 500);

    private static readonly YttlException Crashed = new(
        FailureCategory.Processing, "server.crashed", "The server died: run again.", transient: true);

    private static readonly YttlException Killed = new(
        FailureCategory.Memory, "server.memory", "The server was killed for want of memory.");

    [Fact]
    public async Task A_place_is_leased_for_each_call_and_given_back()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var model = Model(pool);

        (await model.CompleteAsync(Prompt, default)).Text.ShouldBe("A summary.");

        (pool.Leased, pool.Returned).ShouldBe((1, 1));
        server.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_whose_server_died_is_repeated_on_the_next_one()
    {
        await using var dying = await LoopbackModel.StartAsync(ModelAnswer.Reset);
        await using var fresh = await LoopbackModel.StartAsync(ModelAnswer.Text("Again."));
        var leases = 0;
        await using var pool = new FakePool(() => leases++ == 0 ? dying.BaseUrl : fresh.BaseUrl, () => Crashed);
        using var model = Model(pool);

        (await model.CompleteAsync(Prompt, default)).Text.ShouldBe("Again.");

        (pool.Leased, pool.Returned).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_server_that_was_killed_is_tried_once_more_and_then_named_as_the_cause()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Reset);
        await using var pool = new FakePool(() => server.BaseUrl, () => Killed);
        using var model = Model(pool);

        var failure = await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, default));

        failure.Failure.ShouldBe(Killed.Failure);
        (pool.Leased, pool.Returned).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_server_that_is_well_and_fails_speaks_for_itself()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Error(400, message: "no such field"));
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var model = Model(pool);

        var failure = await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, default));

        failure.Failure.Code.ShouldBe("model.rejected");
        failure.Failure.Message.ShouldContain("local (this machine)");
        failure.Failure.Message.ShouldContain("no such field");
    }

    [Fact]
    public async Task No_more_calls_ask_for_a_place_than_there_are()
    {
        var gate = new TaskCompletionSource();
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        server.Gate = gate.Task;
        await using var pool = new FakePool(() => server.BaseUrl, () => null);
        using var model = Model(pool);

        var calls = Enumerable.Range(0, 5).Select(_ => model.CompleteAsync(Prompt, default)).ToList();
        await server.CalledAsync(2);
        var leasedAtFirst = pool.Leased;
        gate.SetResult();
        await Task.WhenAll(calls);

        leasedAtFirst.ShouldBe(2);
        (pool.Returned, server.PeakConcurrency).ShouldBe((5, 2));
    }

    private static OpenAiLanguageModel Model(IServerPool pool) => new(
        pool,
        new LanguageModelSettings(
            "local", null, "model.gguf", null, MaxConcurrent: 2, new RetrySettings(3, TimeSpan.Zero)),
        new ManualTime());
}
