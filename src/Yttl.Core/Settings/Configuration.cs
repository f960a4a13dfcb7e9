using Yttl.Core.Text;

namespace Yttl.Core.Settings;

/// <summary>
/// Every setting's value and origin. The first layer with a value wins; without one, the default holds.
/// </summary>
public sealed class Configuration
{
    public const string DefaultOrigin = "default";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];
    private readonly List<string> _notes = [];

    private Configuration(IReadOnlyList<Setting> settings) => Settings = settings;

    /// <summary>All settings of the host.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>All problems, one line each. A command must not run while there are any.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Values without effect, one line each.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <param name="layers">The layers, the strongest first.</param>
    public static Configuration Resolve(Hosts host, IEnumerable<Layer> layers)
    {
        var resolved = new Configuration(SettingTable.For(host));
        foreach (var layer in layers)
        {
            resolved._problems.AddRange(layer.Problems);
            resolved._notes.AddRange(layer.Notes);
            foreach (var entry in layer.Entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Text)))
                resolved.Take(entry);
        }

        foreach (var setting in resolved.Settings)
            if (resolved._entries.TryGetValue(setting.Key, out var entry) && !setting.Accepts(entry.Text))
                resolved._problems.Add(Unacceptable(setting, entry));
        return resolved;
    }

    public T Get<T>(Setting<T> setting) =>
        _entries.TryGetValue(setting.Key, out var entry) && setting.Parser.Read(entry.Text, out var value)
            ? value
            : setting.DefaultValue;

    /// <summary>The text in effect and its origin.</summary>
    public Entry Effective(Setting setting) =>
        _entries.TryGetValue(setting.Key, out var entry) ? entry : new Entry(setting.Key, setting.Default, DefaultOrigin);

    /// <summary>
    /// The text in effect for the setting of a variable; null where it is empty, and for any other variable.
    /// </summary>
    public string? Variable(string name) => EntryOf(name)?.Text;

    /// <summary>The text in effect for the setting of a variable, with its origin; null for any other variable.</summary>
    internal Entry? EntryOf(string variable) =>
        Settings.FirstOrDefault(setting => setting.Environment == variable) is { } setting ? Effective(setting) : null;

    /// <summary>
    /// The texts that no output may show: secret values, and the passwords of addresses. A password of letters alone may be a
    /// word of any message; addresses are shown without it in any case.
    /// </summary>
    public IEnumerable<string> Secrets()
    {
        foreach (var setting in Settings)
        {
            var text = Effective(setting).Text;
            if (setting.IsSecret)
                yield return text;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Split(':', 2) is [_, var password]
                && !password.All(char.IsAsciiLetter))
            {
                yield return password;
                yield return Uri.UnescapeDataString(password);
            }
        }
    }

    private void Take(Entry entry)
    {
        if (Settings.FirstOrDefault(setting => setting.Key == entry.Key) is { } setting)
        {
            // Some settings are read without the blanks around them, others with them.
            if (entry.FromProjectFile
                && !(setting.TrustedFromProjectFile(entry.Text) && setting.TrustedFromProjectFile(entry.Text.Trim())))
                _problems.Add(
                    $"{entry.Key} is not taken from {entry.Origin}, which may come from others: "
                    + $"use {setting.Environment}");
            else
                _entries.TryAdd(entry.Key, entry);
        }
        else
        {
            _problems.Add(Unknown(entry));
        }
    }

    private static string Unacceptable(Setting setting, Entry entry) =>
        ValueParsers.IsUnresolved(entry.Text)
        ? $"{setting.Key} (from {entry.Origin}): the Key Vault reference is not resolved; check that the secret exists, and "
            + "that the app's identity may read it and reaches the vault, then restart the app"
        : setting.IsSecret
        ? $"{setting.Key} (from {entry.Origin}): expected {setting.Expected}"
        : entry.Origin.StartsWith('-')
        ? $"{entry.Origin} {Redaction.InAddress(entry.Text)}: expected {setting.Expected}"
        : $"{setting.Key} is '{Redaction.InAddress(entry.Text)}' (from {entry.Origin}): expected {setting.Expected}";

    private string Unknown(Entry entry)
    {
        var meant = Nearest.To(entry.Key, Settings.Select(setting => setting.Key));
        var hint = meant is null ? "; 'yttl config show' lists them" : $"; did you mean {meant}?";
        return $"{entry.Key} (from {entry.Origin}) is not a setting{hint}";
    }
}
