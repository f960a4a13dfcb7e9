using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Summaries;

/// <summary>How many calls run at once.</summary>
public sealed class CallLimitSpecs
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task As_many_calls_run_at_once_as_are_allowed_and_never_more(int most)
    {
        await using var server = await LoopbackModel.StartAsync(ModelAnswer.Text("A summary."));
        var gate = new TaskCompletionSource();
        server.Gate = gate.Task;
        await using var model = ModelUnderSpec.Around(server, settings => settings with { MaxConcurrent = most });

        var calls = Enumerable.Range(0, 20).Select(_ => model.CompleteAsync()).ToList();
        await server.CalledAsync(most);
        gate.SetResult();
        await Task.WhenAll(calls);

        server.PeakConcurrency.ShouldBe(most);
        server.Calls.Count.ShouldBe(20);
    }
}
