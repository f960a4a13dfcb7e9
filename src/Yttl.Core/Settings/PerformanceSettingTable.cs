using System.Globalization;

namespace Yttl.Core.Settings;

/// <summary>The settings of performance reports and of the prices of models.</summary>
public static class PerformanceSettingTable
{
    private const string Nowhere = "none";

    /// <summary>The value that writes the report to stderr.</summary>
    public const string ToError = "stderr";

    public static readonly Setting<string?> Report = new(
        Hosts.CommandLine,
        "performance_report",
        null,
        new ValueParser<string?>(
            "FILE", $"{ToError}, {Nowhere}, or a file whose name ends in .txt", Read, value => value ?? Nowhere),
        "Show where the time went and what to change, on stderr or in a .txt FILE")
    {
        WhenBare = ToError,
        TrustedFromProjectFile = text => text is ToError or Nowhere,
    };

    public static readonly Setting<string?> Prices =
        ThisMachine.Path(Hosts.All, "prices", null, "Prices of models: a JSON file, or the JSON itself");

    // Before the setting that it is part of.
    private static readonly Bounds MostCost = new(0, 1_000_000);

    /// <summary>Null for no limit.</summary>
    public static readonly Setting<decimal?> MaxCost = new(
        Hosts.All,
        "max_cost",
        null,
        new ValueParser<decimal?>(
            "AMOUNT",
            $"{Nowhere}, or an amount from {MostCost}",
            ReadAmount,
            amount => amount is { } known ? known.ToString(CultureInfo.InvariantCulture) : Nowhere,
            MostCost),
        "Most that the summaries of a video may cost by the prices; a run that is predicted to cost more stops before its "
        + "first model call");

    private static bool ReadAmount(string text, out decimal? amount)
    {
        var isAmount = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            && MostCost.Hold((double)read);
        amount = isAmount ? read : null;
        return isAmount || text is Nowhere;
    }

    /// <summary>Accepts only text files: '--performance-report talk.mp4' must not overwrite a recording.</summary>
    private static bool Read(string text, out string? value)
    {
        value = text is Nowhere ? null : text;
        return text is Nowhere or ToError || text.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }
}
