using Microsoft.Extensions.Configuration;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Settings;

namespace Yttl.Functions.Settings;

/// <summary>Reads the table of settings from the app settings.</summary>
internal static class AppSettings
{
    public const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <exception cref="InvalidOperationException">
    /// The settings have problems; the message names all of them.
    /// </exception>
    public static Configuration Read(IConfiguration app)
    {
        var names = app.AsEnumerable().Select(setting => setting.Key);
        var settings = Configuration.Resolve(Hosts.Azure, [EnvironmentLayer.Read(Hosts.Azure, name => app[name], names)]);
        return settings.Problems is [] ? settings
            : throw new InvalidOperationException($"The app settings are wrong: {string.Join("; ", settings.Problems)}.");
    }

    /// <summary>
    /// What messages call a setting: the app setting, or the option of the command that alone takes it
    /// (<c>yttl --cookies</c>).
    /// </summary>
    public static string NameOf(string key) =>
        SettingTable.For(Hosts.Azure).FirstOrDefault(setting => setting.Key == key)?.Environment
        ?? $"yttl {SettingName.OptionOf(key)}";

    /// <exception cref="InvalidOperationException">The prices cannot be read.</exception>
    public static PriceTable Prices(Configuration settings) =>
        PriceFile.TryRead(settings.Get(PerformanceSettingTable.Prices), out var prices, out var problem) ? prices
            : throw new InvalidOperationException($"The app settings are wrong: {problem}.");
}
