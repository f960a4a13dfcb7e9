using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>When a provider is left alone, and for how long.</summary>
public sealed class CircuitBreakerSpecs
{
    private static readonly ModelAnswer Down = ModelAnswer.Error(503);
    private static readonly ModelAnswer Good = ModelAnswer.Text("A summary.");

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_provider_that_keeps_failing_is_not_called_any_more(int status)
    {
        await using var model = await ModelUnderSpec.StartAsync(ModelAnswer.Error(status));

        await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);

        model.Server.Calls.Count.ShouldBe(CallBreaker.LeastAttempts);
    }

    [Fact]
    public async Task An_open_breaker_is_a_passing_network_failure_without_a_wait()
    {
        await using var model = await OpenAsync(call => Down);

        var failure = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        failure.ShouldSatisfyAllConditions(
            () => failure.Failure.Category.ShouldBe(FailureCategory.Network),
            () => failure.Transient.ShouldBeTrue(),
            () => failure.RetryAfter.ShouldBeNull(),
            () => failure.Message.ShouldContain("openai"));
    }

    [Fact]
    public async Task An_open_breaker_says_what_the_calls_before_it_failed_of()
    {
        await using var model = ModelUnderSpec.Around(
            await LoopbackModel.StartAsync(ModelAnswer.Error(503, message: "the engine is on fire")), settings => settings);
        var cause = await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        var blocked = await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        blocked = blocked.Failure.Code == CallBreaker.OpenCode ? blocked : await Should.ThrowAsync<YttlException>(model.CompleteAsync);

        blocked.Failure.ShouldBe(new Failure(FailureCategory.Network, CallBreaker.OpenCode, cause.Message));
        blocked.Message.ShouldContain("the engine is on fire");
    }

    [Fact]
    public async Task Where_nothing_listens_the_address_and_the_refusal_are_said()
    {
        await using var model = ModelUnderSpec.Around(
            await LoopbackModel.StartAsync(Good), settings => settings with { BaseUrl = new Uri("http://127.0.0.1:9/v1") });

        var failures = new List<Failure>();
        while (failures.Count < 20 && failures.LastOrDefault()?.Code != CallBreaker.OpenCode)
            failures.Add((await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure);

        failures[^1].Code.ShouldBe(CallBreaker.OpenCode);
        failures.Select(failure => failure.Message).Distinct().ShouldHaveSingleItem()
            .ShouldBe("openai (127.0.0.1:9) could not be reached (connection refused): check the network and --llm-base-url");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/v1/", "OPENAI_BASE_URL", "check the network and OPENAI_BASE_URL")]
    [InlineData("http://127.0.0.1:9/v1/", "YTTL_LLM_BASE_URL", "check the network and --llm-base-url")]
    [InlineData("https://api.openai.com/v1/", null, "check the network")]
    public void What_to_check_is_the_setting_that_gave_the_address(string address, string? by, string advice) =>
        new CallFailures(new LanguageModelSettings("openai", new Uri(address), "m", "sk-1", 5, RetrySettings.Default) { AddressBy = by })
            .Unreachable(new IOException("gone")).Failure.Message.ShouldEndWith($": {advice}");

    [Fact]
    public async Task After_the_break_one_call_probes_and_a_good_answer_closes_it()
    {
        await using var model = await OpenAsync(call => call.Number < CallBreaker.LeastAttempts ? Down : Good);
        model.Time.Advance(CallBreaker.FirstBreak - TimeSpan.FromSeconds(1));
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);

        model.Time.Advance(TimeSpan.FromSeconds(1));
        var gate = new TaskCompletionSource();
        model.Server.Gate = gate.Task;
        var probe = model.CompleteAsync();
        await model.Server.CalledAsync(CallBreaker.LeastAttempts + 1);
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);
        gate.SetResult();

        (await probe).Text.ShouldBe("A summary.");
        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task A_probe_that_fails_opens_it_again_for_longer()
    {
        await using var model = await OpenAsync(call => Down);
        model.Time.Advance(CallBreaker.FirstBreak);
        await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        var probed = model.Server.Calls.Count;

        model.Time.Advance(CallBreaker.FirstBreak);
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);

        probed.ShouldBe(CallBreaker.LeastAttempts + 1);
        model.Server.Calls.Count.ShouldBe(probed);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(3, 30)]
    [InlineData(1000, 30)]
    public void Breaks_grow_to_half_a_minute(int failedProbes, int seconds) =>
        CallBreaker.BreakAfter(failedProbes).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task A_moment_in_which_every_call_fails_once_opens_nothing()
    {
        await using var model = ModelUnderSpec.Around(
            await LoopbackModel.StartAsync(call => call.Number < 20 ? Down : Good), settings => settings with { MaxConcurrent = 20 });
        var gate = new TaskCompletionSource();
        model.Server.Gate = gate.Task;

        var calls = Enumerable.Range(0, 20).Select(_ => model.CompleteAsync()).ToList();
        await model.Server.CalledAsync(20);
        gate.SetResult();

        (await Task.WhenAll(calls)).ShouldAllBe(completion => completion.Text == "A summary.");
    }

    [Fact]
    public async Task Neither_429s_nor_refusals_nor_bad_output_ever_open_it()
    {
        var busy = ModelAnswer.RateLimited(("Retry-After", "0"));
        ModelAnswer[] round = [busy, busy, busy, ModelAnswer.Refusal, ModelAnswer.Garbage, ModelAnswer.EmptyChoices, ModelAnswer.Garbage];
        await using var model = await ModelUnderSpec.StartAsync([.. round, .. round, .. round, Good]);

        for (var call = 0; call < 6; call++)
            (await CodeOfAsync(model)).ShouldBe(call % 2 == 0 ? "model.refused" : "model.bad-output");

        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    [Fact]
    public async Task Cancelled_calls_never_open_it()
    {
        await using var model = ModelUnderSpec.Around(
            await LoopbackModel.StartAsync(call => call.Number < 10 ? ModelAnswer.Hang : Good),
            settings => settings with { MaxConcurrent = 10 });
        using var cancel = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 10).Select(_ => model.Client.CompleteAsync(ModelUnderSpec.Prompt, cancel.Token)).ToList();
        await model.Server.CalledAsync(10);

        await cancel.CancelAsync();

        foreach (var call in calls)
            await Should.ThrowAsync<OperationCanceledException>(() => call);
        (await model.CompleteAsync()).Text.ShouldBe("A summary.");
    }

    private static async Task<ModelUnderSpec> OpenAsync(Func<ModelCall, ModelAnswer> answer)
    {
        var model = ModelUnderSpec.Around(await LoopbackModel.StartAsync(answer), settings => settings);
        await Should.ThrowAsync<YttlException>(model.CompleteAsync);
        (await CodeOfAsync(model)).ShouldBe(CallBreaker.OpenCode);
        return model;
    }

    private static async Task<string> CodeOfAsync(ModelUnderSpec model) =>
        (await Should.ThrowAsync<YttlException>(model.CompleteAsync)).Failure.Code;
}
