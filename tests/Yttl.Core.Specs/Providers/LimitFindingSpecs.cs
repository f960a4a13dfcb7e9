using Xunit.Abstractions;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Specs.Providers;

/// <summary>How near the window comes to limits that it is not told: at least 0.9 of them, under 3 % rejected.</summary>
public sealed class LimitFindingSpecs(ITestOutputHelper output)
{
    private const int Ceiling = 64;
    private const int Seeds = 20;

    [Theory]
    [InlineData(3, 260)]
    [InlineData(10, 650)]
    [InlineData(40, 2080)]
    public void A_cap_of_calls_at_once_is_nearly_reached_and_seldom_passed(int cap, int calls) =>
        Check($"cap {cap}", cap / LimitSimulation.Latency, simulation => simulation.AtOnce(cap, calls));

    [Theory]
    [InlineData(50, 50, 780)]
    [InlineData(20, 6, 780)]
    public void A_bucket_that_fills_by_so_many_a_second_is_nearly_emptied_and_seldom_overdrawn(
        int rate, int depth, int calls) =>
        Check($"{rate} a second, bucket of {depth}", rate, simulation => simulation.Bucket(rate, depth, calls));

    private void Check(string name, double limit, Func<LimitSimulation, LimitFigures> run)
    {
        var figures = Enumerable.Range(0, Seeds)
            .Select(seed => run(new LimitSimulation(new CongestionWindow(CongestionWindow.Opening, Ceiling), seed))).ToList();
        var (reached, rejected) = (figures.Min(each => each.PerSecond) / limit, figures.Max(each => each.Rejected));
        output.WriteLine(FormattableString.Invariant(
            $"{name}: at worst of {Seeds} seeds {reached:0.000} of the limit, {rejected:0.0 %} rejected"));

        reached.ShouldBeGreaterThanOrEqualTo(0.9);
        rejected.ShouldBeLessThan(0.03);
    }
}
