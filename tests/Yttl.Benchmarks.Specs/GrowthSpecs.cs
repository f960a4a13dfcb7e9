using Yttl.Benchmarks.Micro;
using Yttl.TestKit;

namespace Yttl.Benchmarks.Specs;

/// <summary>
/// Memory against length, by ratio: bytes that a part asks for are counted, a process's peak is the kernel's.
/// </summary>
public sealed class GrowthSpecs
{
    private const int Hours = 4;

    private static readonly Dictionary<string, Func<int, Action>> Work = new()
    {
        ["adaptive plan"] = Of<PlannerBenchmarks>(part => part.Adaptive()),
        ["fixed plan"] = Of<PlannerBenchmarks>(part => part.Fixed()),
        ["silences"] = Of<SilenceBenchmarks>(part => part.Detector()),
        ["WebVTT"] = Of<CaptionBenchmarks>(part => part.WebVtt()),
        ["SRT"] = Of<CaptionBenchmarks>(part => part.Srt()),
        ["json3"] = Of<CaptionBenchmarks>(part => part.Json3()),
        ["YouTube XML"] = Of<CaptionBenchmarks>(part => part.YouTubeXml()),
        ["rolling"] = Of<CaptionBenchmarks>(part => part.RollingWebVtt()),
        ["stitched"] = Of<StitcherBenchmarks>(part => part.Stitch()),
        ["sections"] = Of<SectioningBenchmarks>(part => part.Divide()),
        ["extractive"] = Of<ExtractiveBenchmarks>(part => part.Segments()),
        ["page"] = Of<HtmlBenchmarks>(part => part.Write()),
    };

    public static readonly TheoryData<string> Parts = [.. Work.Keys];

    /// <summary>
    /// Lists that double and pooled buffers make it uneven; what grew with the square would be at four times.
    /// </summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void A_longer_video_asks_for_about_as_much_more_memory(string part)
    {
        // What is made once, by the first run.
        Allocated(1, part);
        Allocated(Hours, part);

        var (one, several) = (Allocated(1, part), Allocated(Hours, part));

        (several / (double)one).ShouldBeLessThanOrEqualTo(2.0 * Hours);
    }

    [Fact]
    public void Two_hours_of_captions_take_less_than_twice_the_memory_of_ten_minutes()
    {
        using var folder = new TempFolder();

        (Peak(folder, minutes: 120) / (double)Peak(folder, minutes: 10)).ShouldBeLessThanOrEqualTo(2);
    }

    private static long Peak(TempFolder folder, int minutes)
    {
        var talk = folder.PathOf($"{minutes}.vtt");
        SyntheticTalk.Write(talk, TimeSpan.FromMinutes(minutes), cues: minutes * 15);
        var ran = MeasuredYttl.Run(
            BuiltYttl.Path,
            folder.PathOf($"home-{minutes}"),
            "summarize", talk, "--llm-provider", "extractive", "--out", folder.PathOf("out"));
        ran.Peak.ShouldBeGreaterThan(0);
        return ran.Peak;
    }

    private static long Allocated(int hours, string part)
    {
        var work = Work[part](hours);
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Func<int, Action> Of<T>(Action<T> work)
        where T : HourBenchmark, new() => hours =>
    {
        var part = new T { Hours = hours };
        part.Setup();
        return () => work(part);
    };
}
