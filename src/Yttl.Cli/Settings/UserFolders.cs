namespace Yttl.Cli.Settings;

/// <summary>
/// The user's folders by the XDG specification (https://specifications.freedesktop.org/basedir-spec/latest/), on every
/// system. Null for a user without a home folder.
/// </summary>
internal static class UserFolders
{
    public static string? Configuration(Func<string, string?> readEnvironment) =>
        Find(readEnvironment, "XDG_CONFIG_HOME", ".config");

    public static string? Data(Func<string, string?> readEnvironment) =>
        Find(readEnvironment, "XDG_DATA_HOME", ".local", "share");

    private static string? Find(Func<string, string?> readEnvironment, string variable, params string[] belowHome)
    {
        // "All paths must be absolute. If a relative path is encountered, consider it invalid and ignore it."
        if (readEnvironment(variable) is { } folder && Path.IsPathFullyQualified(folder))
            return Path.Combine(folder, "yttl");
        var home = readEnvironment("HOME");
        if (string.IsNullOrEmpty(home))
            home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine([home, .. belowHome, "yttl"]);
    }
}
