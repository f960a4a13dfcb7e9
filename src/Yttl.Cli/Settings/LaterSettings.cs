namespace Yttl.Cli.Settings;

/// <summary>
/// A setting of the design that this version does not have yet: understood, answered, never silently obeyed or ignored.
/// </summary>
/// <param name="Answer">What to tell who uses it.</param>
/// <param name="Demands">
/// It asks for something that cannot be done, so the command stops; otherwise it changes nothing and is noted.
/// </param>
internal sealed record LaterSetting(string Key, string Answer, bool Demands = false, bool IsSwitch = false)
{
    public string Flag => "--" + Key.Replace('_', '-');
}

/// <summary>
/// What later versions bring. A row leaves this table for <see cref="SettingTable"/> when its feature is built.
/// </summary>
internal static class LaterSettings
{
    public static readonly IReadOnlyList<LaterSetting> All =
    [
        new(
            "performance_report",
            "the performance report is not in this version; --format json has the times",
            IsSwitch: true),
    ];
}
