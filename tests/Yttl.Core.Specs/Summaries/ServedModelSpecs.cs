using System.Diagnostics;
using System.Globalization;
using Yttl.Core.ModelServers;
using Yttl.Core.Providers;
using Yttl.Core.Specs.ModelServers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A language model behind processes that are started, killed and unloaded.</summary>
public sealed class ServedModelSpecs : IDisposable
{
    private static readonly Prompt Prompt = new("Summarise.", "BEGIN DATA 1\nhello\nEND DATA 1", 500);

    private readonly FakeServers _servers = new();

    public void Dispose() => _servers.Dispose();

    [Fact]
    public async Task Nothing_is_started_before_the_first_call_and_one_process_answers_all_at_once()
    {
        await using var pool = _servers.Pool(FakeServers.Program() with { Places = 2 }, new(MaxServers: 1));
        using var model = Model(pool);
        _servers.Started.ShouldBeEmpty();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(model)));

        answers.Distinct().ShouldHaveSingleItem();
        _servers.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_after_its_server_was_killed_is_answered_by_another()
    {
        await using var pool = _servers.Pool(FakeServers.Program(), new(MaxServers: 1));
        using var model = Model(pool);
        using var first = Process.GetProcessById(await AskAsync(model));

        first.Kill();

        (await AskAsync(model)).ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task An_idle_server_is_unloaded_and_the_next_call_loads_it_again()
    {
        await using var pool = _servers.Pool(
            FakeServers.Program(),
            new(MaxServers: 1) { IdleTime = TimeSpan.Zero, WatchInterval = TimeSpan.FromMilliseconds(50) });
        using var model = Model(pool);
        var first = await AskAsync(model);

        await GoneAsync(first);

        (await AskAsync(model)).ShouldNotBe(first);
    }

    private static async Task GoneAsync(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            await running.WaitForExitAsync().WaitAsync(Eventually.Timeout);
        }
        catch (ArgumentException)
        {
            // It had gone before it was looked for.
        }
    }

    /// <returns>The number of the process that answered.</returns>
    private static async Task<int> AskAsync(OpenAiLanguageModel model)
    {
        var text = (await model.CompleteAsync(Prompt, default)).Text;
        return int.Parse(text["Process ".Length..].TrimEnd('.'), CultureInfo.InvariantCulture);
    }

    private static OpenAiLanguageModel Model(ServerPool pool) => new(
        pool,
        new LanguageModelSettings("local", null, "m.gguf", null, MaxConcurrent: 2, new RetrySettings(3, TimeSpan.Zero)),
        TimeProvider.System);
}
