using Yttl.Core.Http;
using Yttl.Core.Providers;
using Yttl.Core.Providers.Limits;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Chat;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Providers;

/// <summary>What a limiter found outlives the process, also one that is killed.</summary>
public sealed class WindowKeeperSpecs
{
    private readonly ManualTime _time = new();
    private readonly List<int> _kept = [];
    private int _window = 20;

    [Fact]
    public void A_window_that_changed_is_kept_a_moment_later_and_once()
    {
        using var keeper = Keeper();

        _window = 25;
        _window = 30;
        _kept.ShouldBeEmpty();
        Pass();
        Pass();

        _kept.ShouldBe([30]);
    }

    [Fact]
    public void A_tenth_more_or_less_is_kept_only_at_the_end()
    {
        using (Keeper())
        {
            _window = 22;
            Pass();
            _window = 18;
            Pass();
            _kept.ShouldBeEmpty();
        }

        _kept.ShouldBe([18]);
    }

    [Fact]
    public void What_is_known_already_is_not_kept_again()
    {
        using (Keeper())
            Pass();

        _kept.ShouldBeEmpty();
    }

    [Fact]
    public void After_the_end_nothing_is_kept()
    {
        Keeper().Dispose();

        _window = 40;
        Pass();

        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_client_that_is_killed_leaves_the_next_one_the_window_it_found()
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        var memory = new Memory();
        // Never disposed, as the dead do not.
        var killed = Client(server, memory);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => CompleteAsync(killed)));
        Pass();
        var found = memory.Windows.ShouldHaveSingleItem().Value;
        found.ShouldBeGreaterThan(CongestionWindow.Opening);

        var gate = new TaskCompletionSource();
        server.Gate = gate.Task;
        using var next = Client(server, memory);
        var calls = Enumerable.Range(0, found + 20).Select(_ => CompleteAsync(next)).ToList();
        await server.CalledAsync(40 + found);
        gate.SetResult();
        await Task.WhenAll(calls);

        server.PeakConcurrency.ShouldBeGreaterThanOrEqualTo(found);
    }

    private WindowKeeper Keeper() => new(() => _window, _kept.Add, _time);

    private void Pass() => _time.Advance(WindowKeeper.Pause);

    private OpenAiLanguageModel Client(LoopbackModel server, IWindowMemory memory) => new(
        new LanguageModelSettings("openai", server.BaseUrl, "m", "sk-1", LanguageModelSettings.Ceiling, RetrySettings.Default)
        {
            FindsLimit = true,
        },
        _time,
        ProviderConnection.CreateHttpClient(ResponseBounds.Small, TimeProvider.System),
        () => 0,
        memory);

    private static Task<Completion> CompleteAsync(OpenAiLanguageModel client) =>
        client.CompleteAsync(new Prompt("Summarise.", "hello", 500), CancellationToken.None);

    private sealed class Memory : IWindowMemory
    {
        public Dictionary<string, int> Windows { get; } = [];

        public int? Recall(string provider) => Windows.TryGetValue(provider, out var window) ? window : null;

        public void Keep(string provider, int window) => Windows[provider] = window;
    }
}
