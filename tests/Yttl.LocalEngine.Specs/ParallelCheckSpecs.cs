using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Sources;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.LocalEngine.Specs;

/// <summary>Side by side gives what one after another gives, in whatever order the answers come.</summary>
public sealed class ParallelCheckSpecs : IDisposable
{
    private const int Minutes = 90;
    private const int Calls = 18 + 2 + 1; // segments, hours, the whole

    private readonly TempFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Answers_in_any_order_give_the_same_report_to_the_letter(int seed)
    {
        var random = new Random(seed);
        var waits = Enumerable.Range(0, 100).Select(_ => TimeSpan.FromMilliseconds(random.Next(30))).ToList();
        await using var model = await LoopbackModel.StartAsync(call =>
            After(waits[call.Number % waits.Count], ModelAnswer.Text($"This is {Digest(call.User)}.")));

        var compared = await CompareAsync(model);

        compared.Differences.ShouldBeEmpty();
        compared.Results.ShouldHaveSingleItem().Status.ShouldBe(RunStatus.Complete);
        compared.Rounds.ShouldBe(2);
        model.Calls.Count.ShouldBe((1 + 2 * compared.Rounds) * Calls);
    }

    [Fact]
    public async Task The_start_of_servers_counts_for_neither_way_and_the_faster_run_of_each_counts()
    {
        // How long the first call of each run takes: the run before the rounds, then each way in turn.
        var seconds = new Queue<int>([15, 12, 3, 8, 4]);
        await using var model = await LoopbackModel.StartAsync(call =>
        {
            if (call.Number % Calls == 0)
                _time.Advance(TimeSpan.FromSeconds(seconds.Dequeue()));
            return ModelAnswer.Text("A point is made.");
        });

        var compared = await CompareAsync(model);

        (compared.Sequential.TotalSeconds, compared.Parallel.TotalSeconds, compared.Speedup).ShouldBe((8, 3, 8 / 3d));
    }

    [Fact]
    public async Task A_long_run_is_timed_once_each_way()
    {
        await using var model = await LoopbackModel.StartAsync(call =>
        {
            if (call.Number % Calls == 0)
                _time.Advance(TimeSpan.FromMinutes(5));
            return ModelAnswer.Text("A point is made.");
        });

        (await CompareAsync(model)).Rounds.ShouldBe(1);
        model.Calls.Count.ShouldBe(3 * Calls);
    }

    [Fact]
    public async Task A_model_that_never_writes_the_same_twice_is_found_out()
    {
        await using var model = await LoopbackModel.StartAsync(call => ModelAnswer.Text($"This is answer {call.Number}."));

        (await CompareAsync(model)).Differences.ShouldNotBeEmpty();
    }

    private async Task<ParallelComparison> CompareAsync(LoopbackModel model)
    {
        var talk = _folder.Write("talk.vtt", "WEBVTT\n" + string.Concat(Enumerable.Range(0, Minutes).Select(minute =>
            $"\n{minute / 60:00}:{minute % 60:00}:00.000 --> {minute / 60:00}:{minute % 60:00}:59.000\nThis is minute {minute}.\n")));
        var home = _folder.PathOf("home");
        await using var summarizer = new VideoSummarizer(new HostSettings(
            home, new Toolset(), new YtDlpSettings(),
            new LanguageModelSettings("local", model.BaseUrl, "loopback", "none", 8, RetrySettings.Default)));
        return await new ParallelCheck(summarizer, new FileArtifactStore(home), _time).RunAsync(
            talk, new SummarizeOptions { OutputFolder = _folder.PathOf("out") }, withText: true, null, default);
    }

    private static ModelAnswer After(TimeSpan wait, ModelAnswer answer) => new(async context =>
    {
        await Task.Delay(wait, context.RequestAborted);
        await answer.Send(context);
    });

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
