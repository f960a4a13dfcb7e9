using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// The drawing of a run: its steps by slot, how many were at work, and the memory that they took, over one time. Places
/// are shares of the width, so that it fits any page, and lengths across are pixels, so that words stay readable.
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
        _end = measured.Steps.Select(step => step.End).Append(TimeSpan.FromSeconds(measured.TotalSeconds)).Max();
    }

    /// <summary>The class of a phase's colour, by its number.</summary>
    public static string ColorOf(int phase) => FormattableString.Invariant($"phase-{phase % Colors}");

    /// <summary>Writes nothing where no step was taken down.</summary>
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
                "Each bar is a step in its slot, coloured by its phase; pale ones were remembered, a faint stretch is a wait. A dot is a retry, a "
                + "dashed edge a failure. The tables have all of it in words.");
        }
    }

    private void WriteSlots()
    {
        var slots = _measured.Steps.Max(step => step.Slot) + 1;
        var row = slots switch { <= 16 => 16, <= 40 => 9, _ => 5 };
        var ticks = TimeAxis.Ticks(_end);
        using (Drawing(slots * row + 18, $"Steps by slot over {Quantity.Duration(_end.TotalSeconds)}"))
        {
            foreach (var tick in ticks)
                WriteTick(tick, slots * row);
            foreach (var step in _measured.Steps)
                WriteStep(step, row);
            foreach (var step in _measured.Steps)
                foreach (var retry in step.Retries)
                    _html.Element("circle").Class("retry").With("cx", Across(retry)).With("cy", Pixels(step.Slot * row + row / 2.0))
                        .With("r", Pixels(Math.Min(4, row / 3.0))).Dispose();
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
        var kind = ColorOf(Math.Max(0, _phases.IndexOf(step.Name)))
            + (step.Reused ? " reused" : "") + (step.Failure is not null ? " failed" : "");
        using (Bar(kind, step.AtWork, step.End, step.Slot * row + 1, row - 2))
            _html.Element("title").Text(Described(step));
        foreach (var wait in step.Waits)
            Bar("idle", wait.Start, wait.End, step.Slot * row + 1, row - 2).Dispose();
    }

    private static string Described(ReportStep step)
    {
        var (start, end) = (step.Start.TotalSeconds, step.End.TotalSeconds);
        return FormattableString.Invariant($"{step.Name}: {start:0.0}–{end:0.0} s")
            + (step.Attempts > 1 ? FormattableString.Invariant($", {step.Attempts} attempts") : "")
            + (step.WaitSeconds > 0 ? $", waited {Quantity.Duration(step.WaitSeconds)}" : "")
            + (step.Failure is { } failure ? $", {failure.Name()}" : "")
            + (step.Reused ? ", remembered" : "");
    }

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

    /// <summary>Never so short that it cannot be seen.</summary>
    private HtmlElement Bar(string kind, TimeSpan from, TimeSpan until, double top, double height) => _html.Element("rect")
        .Class(kind).With("x", Across(from)).With("y", Pixels(top))
        .With("width", Share(Math.Max(0.15, 100 * ((until - from) / _end)))).With("height", Pixels(height));

    private string Across(TimeSpan at) => Share(100 * (at / _end));

    private static string Share(double percent) => FormattableString.Invariant($"{percent:0.###}%");

    private static string Pixels(double pixels) => FormattableString.Invariant($"{pixels:0.#}");
}
