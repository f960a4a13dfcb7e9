using System.Globalization;
using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// The times of a TTML document: clock times (<c>00:01:02.5</c>), clock times with frames (<c>00:01:02:12</c>), and
/// offsets (<c>62.5s</c>, <c>1500f</c>, <c>9000t</c>; a number alone is in seconds).
/// <see href="https://www.w3.org/TR/ttml2/#timing-value-time-expression"/>
/// </summary>
internal sealed partial class TtmlTimes
{
    private const int UsualRate = 30;

    private readonly double _nominalRate;
    private readonly double _rate;
    private readonly double _subFrames;
    private readonly double _ticks;
    private readonly bool _isSmpte, _dropsFrames;

    /// <param name="root">The attributes of <c>tt</c>, by local name.</param>
    public TtmlTimes(IReadOnlyDictionary<string, string> root)
    {
        var frameRate = Positive(root.GetValueOrDefault("frameRate"));
        _nominalRate = frameRate ?? UsualRate;
        _rate = _nominalRate * (Ratio(root.GetValueOrDefault("frameRateMultiplier")) ?? 1);
        _subFrames = Positive(root.GetValueOrDefault("subFrameRate")) ?? 1;
        _ticks = Positive(root.GetValueOrDefault("tickRate")) ?? (frameRate is null ? 1 : _rate * _subFrames);
        _isSmpte = root.GetValueOrDefault("timeBase") is "smpte";
        _dropsFrames = root.GetValueOrDefault("dropMode") is "dropNTSC";
    }

    /// <returns>In seconds; null where the text is no time expression.</returns>
    public double? Read(string? expression)
    {
        var text = expression?.Trim() ?? "";
        if (Offset().Match(text) is { Success: true } offset)
            return Number(offset.Groups["count"].Value) * UnitOf(offset.Groups["unit"].Value);
        if (Clock().Match(text) is not { Success: true } clock)
            return CueTimestamp.TryParse(text, out var loose) ? loose.TotalSeconds : null;
        if (Number(clock.Groups["minutes"].Value) >= 60 || Number(clock.Groups["seconds"].Value) >= 61)
            return null;
        var minutes = Number(clock.Groups["hours"].Value) * 60 + Number(clock.Groups["minutes"].Value);
        var seconds = minutes * 60 + Number(clock.Groups["seconds"].Value);
        if (!clock.Groups["frames"].Success)
            return seconds;
        var frames = Number(clock.Groups["frames"].Value)
            + (clock.Groups["sub"].Success ? Number(clock.Groups["sub"].Value) / _subFrames : 0);
        return _isSmpte ? (seconds * _nominalRate + frames - Dropped(minutes)) / _rate : seconds + frames / _rate;
    }

    /// <summary>The numbers of two frames are left out each minute, but not each tenth (SMPTE 12M).</summary>
    private double Dropped(double minutes) => _dropsFrames ? 2 * (minutes - Math.Floor(minutes / 10)) : 0;

    private double UnitOf(string unit) => unit switch
    {
        "h" => 3600,
        "m" => 60,
        "ms" => 0.001,
        "f" => 1 / _rate,
        "t" => 1 / _ticks,
        _ => 1,
    };

    private static double? Positive(string? text) =>
        LooseNumber.Parse(text) is > 0 and < 1e12 and var number ? number : null;

    /// <summary><c>1000 1001</c>; older documents have a colon.</summary>
    private static double? Ratio(string? text) =>
        text?.Split([' ', ':', '/'], StringSplitOptions.RemoveEmptyEntries) is [var up, var down]
            ? Positive(up) / Positive(down)
            : null;

    private static double Number(string digits) =>
        double.Parse(digits.Replace(',', '.'), CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<count>[0-9]{1,15}(\\.[0-9]{1,15})?)(?<unit>h|ms|m|s|f|t)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(
        "^(?<hours>[0-9]{1,6}):(?<minutes>[0-9]{1,2}):(?<seconds>[0-9]{1,2}([.,][0-9]{1,15})?)"
        + "([:;](?<frames>[0-9]{1,4})(\\.(?<sub>[0-9]{1,4}))?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Clock();
}
