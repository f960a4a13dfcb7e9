namespace Yttl.Core.Settings;

/// <summary>
/// Settings that only the user of a machine may set, and the values that a project file may set all the same.
/// </summary>
public static class ThisMachine
{
    /// <summary>A program or a folder. It is never read from the project file, which may be another person's.</summary>
    public static Setting<string?> Path(Hosts hosts, string key, string? whenUnset, string doc) =>
        new(hosts, key, whenUnset, ValueParsers.Text("PATH", "a path"), doc) { TrustedFromProjectFile = _ => false };

    /// <summary>Whether the address is on this machine, so that no data leaves it.</summary>
    public static bool IsLoopback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback;
}
