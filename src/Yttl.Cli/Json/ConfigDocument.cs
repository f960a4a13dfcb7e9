using Yttl.Core.Settings;

namespace Yttl.Cli.Json;

/// <summary>What <c>config show --json</c> writes, by key.</summary>
internal sealed record ConfigDocument(
    string Schema, IReadOnlyDictionary<string, ConfigValueDocument> Settings, IReadOnlyList<string> Problems)
{
    public static ConfigDocument From(Configuration settings) => new(
        "yttl/config@1",
        settings.Settings.ToDictionary(setting => setting.Key, setting => ConfigValueDocument.From(setting, settings)),
        settings.Problems);
}

/// <param name="Value">The text in effect; null where nothing is set; for a secret only <c>set</c>.</param>
/// <param name="Default">Null where the default is empty.</param>
/// <param name="Expected">The accepted values in words; for a number with minimum, maximum and unit.</param>
internal sealed record ConfigValueDocument(
    string? Value,
    string Origin,
    string? Default,
    string Expected,
    double? Least,
    double? Most,
    string? Unit,
    string Environment,
    string Doc)
{
    public static ConfigValueDocument From(Setting setting, Configuration settings)
    {
        var entry = settings.Effective(setting);
        return new ConfigValueDocument(
            NullIfBlank(setting.Shown(entry.Text)),
            entry.Origin,
            NullIfBlank(setting.Default),
            setting.Expected,
            setting.Bounds?.Least,
            setting.Bounds?.Most,
            setting.Bounds?.Unit,
            setting.Environment,
            setting.Doc);
    }

    private static string? NullIfBlank(string text) => text.Length > 0 ? text : null;
}
