namespace Yttl.Core.Settings;

public static class EnvironmentLayer
{
    private const string Prefix = "YTTL_";

    /// <summary>
    /// Variables of the same prefix that are no settings: those of this program's tests, and of its parts that run
    /// elsewhere.
    /// </summary>
    private static readonly string[] Foreign = ["TEST_", "UPDATE_GOLDEN", "FUZZ_", "CRASHES", "CHROMIUM"];

    /// <param name="names">The names of all variables that are set. A mistyped one is reported, not ignored.</param>
    public static Layer Read(Hosts host, Func<string, string?> readEnvironment, IEnumerable<string> names)
    {
        var known = SettingTable.For(host).Select(setting => (setting.Key, Name: setting.Environment)).ToList();
        var strange = names
            .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Except(known.Select(setting => setting.Name))
            .Where(name => !Foreign.Any(foreign => name[Prefix.Length..].StartsWith(foreign, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Meant: Nearest.Slip(name, known.Select(setting => setting.Name))))
            .ToLookup(pair => pair.Meant is not null);
        return new Layer(
            [.. known.Select(setting => new Entry(setting.Key, readEnvironment(setting.Name) ?? "", setting.Name))],
            [.. strange[true].Select(pair => $"{pair.Name} is not a setting; did you mean {pair.Meant}?")])
        {
            Notes = [.. strange[false].Select(pair => $"{pair.Name} is set, and no setting of this program")],
        };
    }
}
