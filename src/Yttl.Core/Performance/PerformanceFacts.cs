using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Performance;

/// <summary>The figures of a run's performance as names and values, for every renderer for people.</summary>
public static class PerformanceFacts
{
    /// <summary>Returns only the figures that were measured.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(ReportPerformance measured) =>
    [
        ("Total time", Quantity.Duration(measured.TotalSeconds)),
        .. Fact("Sequential time", measured.SequentialEquivalentSeconds, Quantity.Duration),
        .. Fact("Speed-up", measured.Speedup, times => Text($"{times:0.0} times")),
        .. Fact("Critical path", measured.CriticalPathSeconds, Quantity.Duration),
        ("Most at once", measured.Slots > measured.ConcurrencyPeak
            ? Text($"{measured.ConcurrencyPeak} of {measured.Slots}")
            : Text($"{measured.ConcurrencyPeak}")),
        .. Fact("Utilisation", measured.ConcurrentEfficiency, share => Text($"{share:P0}")),
        ("Segments", Text($"{measured.SegmentsProcessed}")),
        .. Fact("Memory at most", measured.MemoryPeakMb, megabytes => Text($"{megabytes:N0} MB")),
        .. measured.Tokens is { Input: > 0 } or { Output: > 0 }
            ? [("Tokens in / out", Text($"{measured.Tokens.Input:N0} / {measured.Tokens.Output:N0}"))]
            : Array.Empty<(string, string)>(),
        .. Fact("Cost, about", (double?)measured.Cost, cost => Text($"{cost:0.####} {measured.Currency}")),
        .. measured.Predicted is { } predicted
            ? [("Predicted", Text(predicted))]
            : Array.Empty<(string, string)>(),
        .. measured.Retries > 0 ? [("Retries", Text($"{measured.Retries}"))] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Returns what a reader should know of the figures, one paragraph each.</summary>
    public static IReadOnlyList<string> Remarks(ReportPerformance measured) =>
        [.. PerformanceAdvice.From(measured), .. Earlier(measured), .. Meaning(measured)];

    /// <summary>
    /// Explains how the figures are made, so that a reader can check them; empty where none was measured.
    /// </summary>
    private static IEnumerable<string> Meaning(ReportPerformance measured)
    {
        if (measured.Speedup is null || measured.Steps.Count == 0)
            yield break;
        var (first, last) = (measured.Steps.Min(step => step.Start), measured.Steps.Max(step => step.End));
        var span = Quantity.Duration((last - first).TotalSeconds);
        var slots = measured.Slots ?? measured.ConcurrencyPeak;
        yield return $"Speed-up: sequential time ÷ {span}, from the first step's start to the last one's end. "
            + "Critical path: the longest chain of steps that need each other, however many slots there are. "
            + Text($"Utilisation: the share of {slots} × {span} in which steps were at work.");
    }

    /// <summary>Returns one line for each session that was stopped.</summary>
    private static IEnumerable<string> Earlier(ReportPerformance measured) => measured.EarlierSessions.Select(session =>
        $"An earlier session of {session.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC was "
        + $"stopped after {Quantity.Duration(session.Seconds)} and {Quantity.Count(session.Steps - session.Reused, "step", "steps")}"
        + (session.Waits is { RateLimit: > 0 and var waited } ? $"; rate-limit waits: {Quantity.Duration(waited)}." : "."));

    /// <summary>A share of the run's time, such as <c>41 %</c>.</summary>
    public static string Share(double seconds, ReportPerformance measured) =>
        measured.TotalSeconds > 0 ? Text($"{seconds / measured.TotalSeconds:P0}") : "";

    private static IEnumerable<(string, string)> Fact(string name, double? value, Func<double, string> text)
    {
        if (value is { } known)
            yield return (name, text(known));
    }

    /// <summary>What the summaries were expected to take: the time is that from their first call to the end of the last.</summary>
    private static string Text(Prediction predicted) => string.Join(", ", (IEnumerable<string>)
    [
        Quantity.Count(predicted.Calls, "call", "calls"),
        Text($"{predicted.Tokens.Input:N0} / {predicted.Tokens.Output:N0} tokens"),
        .. predicted.Seconds is { } seconds ? [Quantity.Duration(seconds)] : Array.Empty<string>(),
        .. predicted.Cost is { } cost ? [Text($"{cost:0.####} {predicted.Currency}")] : Array.Empty<string>(),
    ]);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
