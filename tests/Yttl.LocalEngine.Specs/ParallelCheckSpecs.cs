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

    private readonly TempFolder _folder = new();

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
        model.Calls.Count.ShouldBe(2 * (18 + 2 + 1)); // segments, hours, the whole
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
        return await new ParallelCheck(summarizer, new FileArtifactStore(home), TimeProvider.System).RunAsync(
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
