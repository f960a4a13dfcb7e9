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

    /// <summary>Accepts only text files: '--performance-report talk.mp4' must not overwrite a recording.</summary>
    private static bool Read(string text, out string? value)
    {
        value = text is Nowhere ? null : text;
        return text is Nowhere or ToError || text.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }
}
