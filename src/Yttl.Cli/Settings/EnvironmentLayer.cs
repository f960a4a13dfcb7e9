namespace Yttl.Cli.Settings;

internal static class EnvironmentLayer
{
    public static Layer Read(Func<string, string?> readEnvironment)
    {
        var named = SettingTable.All.Select(setting => (setting.Key, setting.Environment));
        return new Layer(
            [.. named.Select(name => new Entry(name.Key, readEnvironment(name.Item2) ?? "", name.Item2))], []);
    }
}
