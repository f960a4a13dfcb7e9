using Yttl.Benchmarks.Results;
using Yttl.TestKit.Http;

namespace Yttl.Benchmarks;

/// <summary>How near <c>auto</c> comes to limits that it is not told, beside a number that hits them exactly.</summary>
internal static class LimitsScenario
{
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(0.1);

    /// <summary>With forty at once, a shorter call would measure this machine and not the limit.</summary>
    private static readonly TimeSpan LongLatency = TimeSpan.FromSeconds(0.2);

    public static async Task<IReadOnlyList<ResultTable>> RunAsync(ScenarioOptions options)
    {
        await LoopbackTalk.WarmUpAsync();
        var (throughput, rejected) = (new List<Row>(), new List<Row>());
        var share = options.IsQuick ? 4 : 1;
        foreach (var (cap, hours, latency) in new[] { (3, 16, Latency), (10, 40, Latency), (40, 120, LongLatency) })
        {
            foreach (var pace in new[] { Pace.Auto, Pace.Of(cap) })
                await AddAsync($"{cap} at once", AtOnce(cap, latency), cap / latency.TotalSeconds, hours, pace);
        }

        await AddAsync(
            "50 a second, bucket of 50", ProviderLimits.PerSecond(50, 50, LongLatency, LoopbackTalk.Summary),
            50, hours: 150, Pace.Auto);
        return
        [
            new ResultTable(
                $"Throughput, {Figure.Seconds(Latency)} a call ({Figure.Seconds(LongLatency)} with 40)",
                "How much of what a provider gives is used after warm-up, by finding its limit or by being told.",
                ["calls"],
                "throughput ÷ limit",
                throughput),
            new ResultTable(
                "Rejected calls",
                "What finding the limit costs: each of these calls was sent in vain.",
                ["calls"],
                "rejected, % of them",
                rejected),
        ];

        async Task AddAsync(
            string limit, ProviderLimits limits, double perSecond, int hours, Pace pace)
        {
            var name = $"{limit}, {(pace.Exactly is { } exactly ? $"N = {exactly}" : "auto")}";
            var (calls, rate) = await MeasureAsync(limits, hours / share, pace);
            var isAuto = pace.Exactly is null;
            throughput.Add(new Row(
                name, [Figure.Count(calls)], rate / perSecond, isAuto ? Target.AtLeast(0.9) : null));
            rejected.Add(new Row(
                name, [Figure.Count(calls)], 100.0 * limits.Rejected / calls, isAuto ? Target.AtMost(3) : null));
        }
    }

    private static ProviderLimits AtOnce(int cap, TimeSpan latency) =>
        ProviderLimits.AtOnce(cap, latency, LoopbackTalk.Summary);

    /// <returns>All calls, and how many a second were answered after the first quarter and before the last tenth.
    /// </returns>
    private static async Task<(int Calls, double PerSecond)> MeasureAsync(
        ProviderLimits limits, int hours, Pace pace)
    {
        using var talk = new LoopbackTalk(hours, cuesPerHour: 120);
        await using var model = await LoopbackModel.StartAsync(limits.Answer);
        await talk.SummarizeAsync(model.BaseUrl, pace, "home");

        var answered = limits.Answered;
        var (from, to) = (answered.Count / 4, answered.Count * 9 / 10);
        var span = TimeProvider.System.GetElapsedTime(answered[from], answered[to]);
        return (model.Calls.Count, (to - from) / span.TotalSeconds);
    }
}
