using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// The drawing of a run over time: its steps by slot, how many were at work, and the memory that they took. Horizontal
/// positions are shares of the width, so that the drawing fits any page. Vertical lengths are pixels, so that words
/// stay readable.
/// </summary>
internal sealed class HtmlTimeline
{
    private const int Colors = 8;
    private const int CurveHeight = 56;

    private readonly HtmlWriter _html;
    private readonly ReportPerformance _measured;
    private readonly List<string> _phases;
    private readonly TimeSpan _end;

    private HtmlTimeline(HtmlWriter html, ReportPerformance measured)
    {
        (_html, _measured) = (html, measured);
        _phases = [.. measured.Phases.Select(phase => phase.Name)];
        _end = measured.Steps.Select(step => step.End)
            .Concat(measured.Delays.Select(delay => delay.End))
            .Append(TimeSpan.FromSeconds(measured.TotalSeconds))
            .Max();
    }

    /// <summary>The class of a phase's colour, by the phase's number.</summary>
    public static string ColorOf(int phase) => FormattableString.Invariant($"phase-{phase % Colors}");

    /// <summary>Writes nothing where no step was recorded.</summary>
    public static void Write(HtmlWriter html, ReportPerformance measured)
    {
        var timeline = new HtmlTimeline(html, measured);
        if (measured.Steps.Count > 0 && timeline._end > TimeSpan.Zero)
            timeline.Write();
    }

    private void Write()
    {
        using (_html.Element("figure").Class("timeline"))
        {
            WriteSlots();
            WriteCurve(
                FormattableString.Invariant($"Steps at work at once: at most {_measured.ConcurrencyPeak}"),
                [.. _measured.Concurrency.Select(point => (point.At, (double)point.Running))]);
            WriteCurve(
                FormattableString.Invariant($"Memory: at most {_measured.MemoryPeakMb:N0} MB"),
                [.. _measured.Memory.Select(sample => (sample.At, (double)sample.Bytes))]);
            _html.Element("figcaption").Text(
                "Each bar is a step in its slot, coloured by its phase; pale ones were remembered, a faint stretch is a wait. "
                + "A dot is a retry, a dashed edge a failure."
                + (_measured.Delays.Count > 0
                    ? " A faint bar below the slots is a wait that a provider asked for before the next call."
                    : "")
                + " The tables have all of it in words.");
        }
    }

    private void WriteSlots()
    {
        var slots = _measured.Steps.Max(step => step.Slot) + 1;
        var lanes = Concurrency.Slots([.. _measured.Delays.Select(delay => new TimeRange(delay.Start, delay.End))]);
        var rows = slots + lanes.Append(-1).Max() + 1;
        var row = rows switch { <= 16 => 16, <= 40 => 9, _ => 5 };
        var ticks = TimeAxis.Ticks(_end);
        using (Drawing(rows * row + 18, $"Steps by slot over {Quantity.Duration(_end.TotalSeconds)}"))
        {
            foreach (var tick in ticks)
                WriteTick(tick, rows * row);
            foreach (var step in _measured.Steps)
                WriteStep(step, row);
            foreach (var step in _measured.Steps)
                foreach (var retry in step.Retries)
                    _html.Element("circle").Class("retry").With("cx", Across(retry)).With("cy", Pixels(step.Slot * row + row / 2.0))
                        .With("r", Pixels(Math.Min(4, row / 3.0))).Dispose();
            foreach (var (delay, lane) in _measured.Delays.Zip(lanes))
                WriteDelay(delay, (slots + lane) * row + 1, row - 2);
        }
    }

    private void WriteTick(TimeSpan tick, int height)
    {
        _html.Element("line").Class("grid").With("x1", Across(tick)).With("x2", Across(tick)).With("y1", "0")
            .With("y2", Pixels(height)).Dispose();
        _html.Element("text").With("x", Across(tick)).With("y", Pixels(height + 14))
            .With("text-anchor", tick == TimeSpan.Zero ? "start" : tick > 0.9 * _end ? "end" : "middle")
            .Text(TimeAxis.Label(tick));
    }

    private void WriteStep(ReportStep step, int row)
    {
        var kind = Kind(step.Name)
            + (step.Reused ? " reused" : "") + (step.Failure is not null ? " failed" : "");
        using (Bar(kind, step.AtWork, step.End, step.Slot * row + 1, row - 2))
            _html.Element("title").Text(Described(step));
        foreach (var wait in step.Waits)
            Bar("idle", wait.Start, wait.End, step.Slot * row + 1, row - 2).Dispose();
    }

    private void WriteDelay(ReportDelay delay, int top, int height)
    {
        using (Bar($"{Kind(delay.Name)} delay", delay.Start, delay.End, top, height))
            _html.Element("title").Text($"{Described(delay.Name, delay.Start, delay.End)}, waited to be called again");
    }

    private string Kind(string phase) => ColorOf(Math.Max(0, _phases.IndexOf(phase)));

    private static string Described(string name, TimeSpan start, TimeSpan end) =>
        FormattableString.Invariant($"{name}: {start.TotalSeconds:0.0}–{end.TotalSeconds:0.0} s");

    private static string Described(ReportStep step) => Described(step.Name, step.Start, step.End)
        + (step.Attempts > 1 ? FormattableString.Invariant($", {step.Attempts} attempts") : "")
        + (step.WaitSeconds > 0 ? $", waited {Quantity.Duration(step.WaitSeconds)}" : "")
        + (step.Failure is { } failure ? $", {failure.Name()}" : "")
        + (step.Reused ? ", remembered" : "");

    private void WriteCurve(string caption, List<(TimeSpan At, double Height)> points)
    {
        var highest = points.Select(point => point.Height).DefaultIfEmpty().Max();
        if (highest <= 0)
            return;
        _html.Element("p").Class("curve").Text(caption);
        using (Drawing(CurveHeight, caption))
        {
            foreach (var (index, (at, height)) in points.Index())
            {
                var until = index + 1 < points.Count ? points[index + 1].At : _end;
                var tall = height / highest * CurveHeight;
                Bar("area", at, until, CurveHeight - tall, tall).Dispose();
            }
        }
    }

    private HtmlElement Drawing(double height, string label) => _html.Element("svg")
        .With("width", "100%").With("height", Pixels(height)).With("role", "img").With("aria-label", label);

    /// <summary>Draws a bar that is never too short to be seen.</summary>
    private HtmlElement Bar(string kind, TimeSpan from, TimeSpan until, double top, double height) => _html.Element("rect")
        .Class(kind).With("x", Across(from)).With("y", Pixels(top))
        .With("width", Share(Math.Max(0.15, 100 * ((until - from) / _end)))).With("height", Pixels(height));

    private string Across(TimeSpan at) => Share(100 * (at / _end));

    private static string Share(double percent) => FormattableString.Invariant($"{percent:0.###}%");

    private static string Pixels(double pixels) => FormattableString.Invariant($"{pixels:0.#}");
}
