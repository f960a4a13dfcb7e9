using System.Globalization;
using System.Text.RegularExpressions;
using Yttl.Cli.Json;
using Yttl.Core.Reports;

namespace Yttl.Cli.Runs;

/// <summary>Which of the stored runs are listed.</summary>
/// <param name="States">Empty for all.</param>
/// <param name="Text">A part of the title or of the source; null for all.</param>
/// <param name="Since">Runs that started earlier are left out.</param>
internal sealed partial record RunFilter(IReadOnlyList<RunStatus> States, string? Text, DateTimeOffset? Since)
{
    private const CompareOptions Alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public bool TakesAll => States.Count == 0 && Text is null && Since is null;

    public bool Takes(RunDocument run) =>
        (States.Count == 0 || States.Contains(run.State))
        && (Since is null || run.Started >= Since)
        && (Text is null || Has(run.Result?.Title ?? "") || Has(run.Source));

    /// <summary>Reads a day such as <c>2026-11-30</c> in the local time zone, or an age such as <c>7d</c> or <c>12h</c>.</summary>
    public static bool TryReadTime(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (Age().Match(text) is { Success: true } age
            && int.TryParse(age.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            time = now - number * (age.Groups[2].ValueSpan is "h" ? TimeSpan.FromHours(1)
                : age.Groups[2].ValueSpan is "d" ? TimeSpan.FromDays(1) : TimeSpan.FromDays(7));
            return true;
        }

        var isDay = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var day);
        time = isDay ? day : default;
        return isDay;
    }

    private bool Has(string text) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Text!, Alike) >= 0;

    [GeneratedRegex("^([0-9]{1,5})([hdw])$", RegexOptions.CultureInvariant)]
    private static partial Regex Age();
}
