using System.Globalization;
using Microsoft.Extensions.Configuration;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Settings;
using Yttl.Core.Text;

namespace Yttl.Functions.Settings;

/// <summary>Reads the table of settings from the app settings.</summary>
internal static class AppSettings
{
    public const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="InvalidOperationException">
    /// The settings have problems; the message names all of them.
    /// </exception>
    public static Configuration Read(IConfiguration app)
    {
        var names = app.AsEnumerable().Select(setting => setting.Key);
        var settings = Configuration.Resolve(Hosts.Azure, [EnvironmentLayer.Read(Hosts.Azure, name => app[name], names)]);
        Redaction.Know(settings.Secrets());
        string[] problems = [.. settings.Problems, .. TimeProblems(settings, StepTimeLimit.Read(app))];
        return problems is [] ? settings
            : throw new InvalidOperationException($"The app settings are wrong: {string.Join("; ", problems)}.");
    }

    /// <summary>A call cannot take longer than the step that makes it.</summary>
    private static IEnumerable<string> TimeProblems(Configuration settings, StepTimeLimit limit)
    {
        foreach (var setting in new[] { RetrySettingTable.AttemptTimeout, RetrySettingTable.CallTimeout })
            if (settings.Get(setting) is { } time && time > limit.ForPart(time))
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{setting.Environment} is {time.TotalSeconds:0.#}: in this app a call may take at most "
                    + $"{limit.ForPart(time).TotalSeconds:0.#} seconds, unless {StepTimeLimit.Setting} is raised");
    }

    /// <summary>
    /// What messages call a setting: the app setting, or the option of the command that alone takes it
    /// (<c>yttl --out</c>).
    /// </summary>
    public static string NameOf(string key) =>
        SettingTable.For(Hosts.Azure).FirstOrDefault(setting => setting.Key == key)?.Environment
        ?? $"yttl {SettingName.OptionOf(key)}";

    public static bool Takes(string key) => SettingTable.For(Hosts.Azure).Any(setting => setting.Key == key);

    /// <exception cref="InvalidOperationException">The prices cannot be read.</exception>
    public static PriceTable Prices(Configuration settings) =>
        PriceFile.TryRead(settings.Get(PerformanceSettingTable.Prices), out var prices, out var problem) ? prices
            : throw new InvalidOperationException($"The app settings are wrong: {problem}.");
}
