using Yttl.Core.Sources;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.Workflows.Specs.Replay;

/// <summary>The replay engine is itself a check, so each thing it must catch is shown to it.</summary>
public sealed class ReplayEngineSpecs
{
    [Fact]
    public async Task Code_that_only_awaits_steps_is_accepted_in_every_completion_order()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var result = await RunAsync(seed, async context =>
            {
                var both = await Task.WhenAll(CallAsync(context, "a"), CallAsync(context, "b"));
                var late = await Task.WhenAny(CallAsync(context, both[0] + "c"), CallAsync(context, both[1] + "d"));
                await context.DelayAsync(TimeSpan.FromMinutes(1));
                return await late + context.Now.Minute;
            });
            result.ShouldBeOneOf("ac1", "bd1");
        }
    }

    [Fact]
    public async Task Both_completion_orders_occur()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 50; seed++)
        {
            seen.Add(await RunAsync(seed, async context =>
                await await Task.WhenAny(CallAsync(context, "a"), CallAsync(context, "b"))));
        }

        seen.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Fact]
    public Task A_new_guid_in_an_input_is_rejected() =>
        RejectAsync("but the history holds", async context => await CallAsync(context, Guid.NewGuid().ToString()));

    [Fact]
    public Task A_new_guid_in_the_result_is_rejected() =>
        RejectAsync("the replay returned", async context => await CallAsync(context, "a") + Guid.NewGuid());

    [Fact]
    public Task A_clock_in_an_input_is_rejected() =>
        RejectAsync("but the history holds", async context => await CallAsync(context, $"{TimeProvider.System.GetTimestamp()}"));

    [Fact]
    public Task A_random_order_of_calls_is_rejected()
    {
        var replays = 0;
        return RejectAsync("but the history holds", async context =>
        {
            string[] names = replays++ % 2 == 0 ? ["a", "b"] : ["b", "a"];
            var calls = names.Select(name => CallAsync(context, name)).ToList();
            return string.Concat(await Task.WhenAll(calls));
        });
    }

    [Fact]
    public Task A_call_that_a_replay_leaves_out_is_rejected()
    {
        var replays = 0;
        return RejectAsync("did not call", async context =>
        {
            var first = CallAsync(context, "a");
            if (replays++ == 0)
                _ = CallAsync(context, "b");
            return await first;
        });
    }

    [Fact]
    public Task A_call_that_comes_earlier_in_a_replay_is_rejected()
    {
        var replays = 0;
        return RejectAsync("the first run did not", async context =>
        {
            var first = CallAsync(context, "a");
            if (replays++ == 0)
                await first;
            return await CallAsync(context, "b") + await first;
        });
    }

    [Fact]
    public Task Task_delay_is_rejected() => RejectAsync("came from outside", Awaited(async (context, awaited) =>
    {
        await Task.WhenAll(awaited, Task.Delay(5));
        return await CallAsync(context, "a");
    }));

    [Fact]
    public Task Task_delay_beside_a_step_is_rejected() => RejectAsync("came from outside", async context =>
    {
        var call = CallAsync(context, "a");
        await call.ContinueWith(_ => Task.Delay(5), TaskScheduler.Default).Unwrap();
        return await call;
    });

    [Fact]
    public Task Leaving_the_context_before_a_call_is_rejected() => RejectAsync("left the workflow's thread", async context =>
    {
        var first = await CallAsync(context, "a").ConfigureAwait(false);
        return first + await CallAsync(context, "b");
    });

    [Fact]
    public Task Leaving_the_context_before_the_end_is_rejected() => RejectAsync("came from outside", async context =>
        await CallAsync(context, "a").ConfigureAwait(false));

    [Fact]
    public Task Work_on_the_pool_is_rejected() => RejectAsync("came from outside", Awaited(async (context, awaited) =>
    {
        await Task.Run(() => awaited);
        return await CallAsync(context, "a");
    }));

    private static readonly Step<ListRequest, ListRequest> Echo =
        new("echo", 1, SourcesJson.Default.ListRequest, SourcesJson.Default.ListRequest);

    private static async Task<string> CallAsync(WorkflowContext context, string text) =>
        (await context.CallAsync(Echo, new ListRequest(text))).Source;

    /// <summary>
    /// Gives the code a task that ends on the pool once the code awaits: what has ended by then is no different from a
    /// constant, and nothing is there to reject.
    /// </summary>
    private static Func<WorkflowContext, Task<string>> Awaited(Func<WorkflowContext, Task, Task<string>> body) => context =>
    {
        var awaited = new TaskCompletionSource();
        var result = body(context, awaited.Task);
        _ = Task.Run(awaited.SetResult);
        return result;
    };

    private static async Task<string> RunAsync(int seed, Func<WorkflowContext, Task<string>> body)
    {
        var workflow = new Workflow<ListRequest, ListRequest>(
            "spec", async (context, _) => new ListRequest(await body(context)),
            SourcesJson.Default.ListRequest, SourcesJson.Default.ListRequest);
        var steps = new StepTable().Bind(Echo, (input, _) => Task.FromResult(input));
        return (await new ReplayEngine(steps, seed).RunAsync(workflow, new RunId("run"), new ListRequest(""))).Source;
    }

    private static async Task RejectAsync(string because, Func<WorkflowContext, Task<string>> body) =>
        (await Should.ThrowAsync<NondeterminismException>(() => RunAsync(seed: 1, body))).Message.ShouldContain(because);
}
