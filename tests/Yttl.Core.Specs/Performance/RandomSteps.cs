using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Measuring;

namespace Yttl.Core.Specs.Performance;

/// <summary>Steps of a run, on whole seconds: alone and side by side, with calls that wait and are repeated.</summary>
internal static class RandomSteps
{
    public static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<WaitRecord> Wait =
        from kind in Gen.Elements(WaitKind.Queue, WaitKind.RateLimit, WaitKind.BackOff)
        from start in Gen.Choose(0, 12)
        from length in Gen.Choose(0, 6)
        select new WaitRecord(kind, Seconds(start), Seconds(length));

    private static readonly Gen<AttemptRecord> Attempt =
        from start in Gen.Choose(0, 12)
        from length in Gen.Choose(0, 6)
        select new AttemptRecord(Seconds(start), Seconds(length));

    private static readonly Gen<CallRecord> Call =
        from attempts in Few(Attempt, 4)
        from waits in Few(Wait, 4)
        select new CallRecord("openai", TimeSpan.Zero, Seconds(12)) { Attempts = attempts, Waits = waits };

    private static readonly Gen<string[]> Content =
        Gen.Elements("a", "b", "c", "d", "e").ListOf().Select(names => names.Distinct().ToArray());

    private static readonly Gen<StepRecord> Step =
        from start in Gen.Choose(0, 40)
        from length in Gen.Choose(0, 15)
        from sideBySide in Gen.Elements(true, true, false)
        from calls in Few(Call, 3)
        from needs in Content
        from makes in Content
        select new StepRecord("step", Origin + Seconds(start), Seconds(length))
        {
            SideBySide = sideBySide,
            Attempts = 1,
            Calls = calls,
            Needs = needs,
            Makes = makes,
        };

    public static readonly Arbitrary<StepRecord[]> Some = Few(Step, 12).ToArbitrary();

    private static Gen<T[]> Few<T>(Gen<T> one, int most) => one.ListOf().Select(many => many.Take(most).ToArray());

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
