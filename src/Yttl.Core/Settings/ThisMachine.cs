namespace Yttl.Core.Settings;

/// <summary>What only the user of a machine may say of it, and what a folder may say all the same.</summary>
public static class ThisMachine
{
    /// <summary>A program or a folder: never taken from a file that came with somebody's folder.</summary>
    public static Setting<string?> Path(Hosts hosts, string key, string? whenUnset, string doc) =>
        new(hosts, key, whenUnset, ValueParsers.Text("PATH", "a path"), doc) { TrustedFromProjectFile = _ => false };

    /// <summary>An address from which nothing leaves the machine.</summary>
    public static bool IsLoopback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback;
}
