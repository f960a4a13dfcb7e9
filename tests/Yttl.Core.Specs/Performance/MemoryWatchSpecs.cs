using Yttl.Core.Measuring;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Performance;

public sealed class MemoryWatchSpecs
{
    private readonly ManualTime _time = new();
    private long _resident = 100;

    [Fact]
    public void The_peak_between_two_looks_of_a_run_is_seen_and_what_was_before_is_not()
    {
        using var watch = new MemoryWatch(_time, () => _resident);
        using var first = watch.Watch();
        _resident = 900;
        _time.Advance(MemoryWatch.Period);
        _resident = 200;
        _time.Advance(MemoryWatch.Period / 2);
        var start = _time.GetTimestamp();
        using var second = watch.Watch();
        _resident = 300;
        _time.Advance(MemoryWatch.Period);
        _resident = 150;

        var use = watch.Since(start)!;

        use.PeakBytes.ShouldBe(300);
        use.Samples[0].ShouldBe(new MemorySample(TimeSpan.Zero, 200));
        use.Samples[^1].Bytes.ShouldBe(150);
    }

    [Fact]
    public void Memory_is_not_sampled_after_the_last_watch_is_disposed()
    {
        var looks = 0;
        using var watch = new MemoryWatch(_time, () => ++looks);
        watch.Watch().Dispose();

        for (var i = 0; i < 10; i++)
            _time.Advance(MemoryWatch.Period);

        looks.ShouldBe(1);
    }

    [Fact]
    public void A_long_run_is_thinned_out_and_keeps_its_peak()
    {
        using var watch = new MemoryWatch(_time, () => _resident);
        var start = _time.GetTimestamp();
        using var watching = watch.Watch();
        for (var i = 0; i < 10_000; i++)
        {
            _resident = i == 4321 ? 5000 : 100;
            _time.Advance(MemoryWatch.Period);
        }

        var use = watch.Since(start)!;

        use.PeakBytes.ShouldBe(5000);
        use.Samples.Count.ShouldBeInRange(100, 240);
        use.Samples.Max(sample => sample.Bytes).ShouldBe(5000);
    }
}
