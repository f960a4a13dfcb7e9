namespace Yttl.Core.Settings;

/// <summary>
/// Every setting's value and where it comes from: the first layer that says something wins, then the default.
/// </summary>
public sealed class Configuration
{
    public const string DefaultOrigin = "default";

    private readonly Dictionary<string, Entry> _said;

    private Configuration(
        Dictionary<string, Entry> said, IReadOnlyList<string> problems, IReadOnlyList<string> notes) =>
        (_said, Problems, Notes) = (said, problems, notes);

    /// <summary>Everything that is wrong, a line each; a command must not run while there are any.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What was said but changes nothing, a line each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <param name="layers">The strongest first.</param>
    public static Configuration Resolve(IEnumerable<Layer> layers)
    {
        var problems = new List<string>();
        var notes = new List<string>();
        var said = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            problems.AddRange(layer.Problems);
            notes.AddRange(layer.Notes);
            foreach (var entry in layer.Entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Text)))
                Take(entry, said, problems);
        }

        foreach (var setting in SettingTable.All)
            if (said.TryGetValue(setting.Key, out var entry) && !setting.Accepts(entry.Text))
                problems.Add(Unacceptable(setting, entry));
        return new Configuration(said, problems, notes);
    }

    /// <summary>The value in effect; the type's default where nothing is said and nothing is the default.</summary>
    public T Get<T>(Setting<T> setting) =>
        Effective(setting).Text is { Length: > 0 } text && setting.Parser.Read(text, out var value) ? value : default!;

    /// <summary>The text in effect and its origin.</summary>
    public Entry Effective(Setting setting) =>
        _said.TryGetValue(setting.Key, out var entry) ? entry : new Entry(setting.Key, setting.Default, DefaultOrigin);

    private static void Take(Entry entry, Dictionary<string, Entry> said, List<string> problems)
    {
        if (SettingTable.All.FirstOrDefault(setting => setting.Key == entry.Key) is { } setting)
        {
            if (entry.FromProjectFile && !setting.TrustedFromProjectFile(entry.Text))
                problems.Add(
                    $"{entry.Key} is not taken from {entry.Origin}, which may be somebody else's: "
                    + $"use {setting.Environment}");
            else
                said.TryAdd(entry.Key, entry);
        }
        else
        {
            problems.Add(Unknown(entry));
        }
    }

    private static string Unacceptable(Setting setting, Entry entry) => setting.IsSecret
        ? $"{setting.Key} (from {entry.Origin}): expected {setting.Expected}"
        : $"{setting.Key} is '{entry.Text}' (from {entry.Origin}): expected {setting.Expected}";

    private static string Unknown(Entry entry)
    {
        var meant = Nearest.To(entry.Key, SettingTable.All.Select(setting => setting.Key));
        var hint = meant is null ? "; 'yttl config show' lists them" : $"; did you mean {meant}?";
        return $"{entry.Key} (from {entry.Origin}) is not a setting{hint}";
    }
}
