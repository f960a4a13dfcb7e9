using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;
using Yttl.Core.Text;

namespace Yttl.Cli.Settings;

/// <summary>Reads every place that may hold a setting, the strongest first.</summary>
internal static class ConfigurationReader
{
    public static Configuration Read(Layer flags, CliContext surroundings)
    {
        var readEnvironment = surroundings.ReadEnvironment;
        var userFile = UserFile(readEnvironment);
        var configuration = Configuration.Resolve(Hosts.CommandLine,
        [
            flags,
            EnvironmentLayer.Read(Hosts.CommandLine, readEnvironment, surroundings.EnvironmentNames),
            FileLayer.Read("yttl.json", "./yttl.json", fromProjectFile: true),
            userFile is null ? Layer.Empty : FileLayer.Read(userFile, userFile, fromProjectFile: false),
            Defaults(readEnvironment),
        ]);
        Redaction.Know(configuration.Secrets());
        return configuration;
    }

    /// <summary>For commands that act on the configuration: writes the notes, and stops at problems.</summary>
    /// <exception cref="UsageException">The configuration has problems; the exception names all of them.</exception>
    public static Configuration ReadValid(Layer flags, CliContext surroundings)
    {
        var configuration = Read(flags, surroundings);
        foreach (var note in configuration.Notes)
            new Messages(surroundings).Note(note);
        return configuration.Problems.Count == 0 ? configuration : throw new UsageException(configuration.Problems);
    }

    /// <summary>The path of the user's own file of settings; null for a user without a home folder.</summary>
    public static string? UserFile(Func<string, string?> readEnvironment) => UserFile("yttl.json", readEnvironment);

    /// <summary>Defaults that depend on the machine. The others stand in the table.</summary>
    private static Layer Defaults(Func<string, string?> readEnvironment) => new(
        [
            Default(SettingTable.Home, UserFolders.Data(readEnvironment)),
            Default(
                PerformanceSettingTable.Prices,
                UserFile("prices.json", readEnvironment) is { } prices && File.Exists(prices) ? prices : null),
        ],
        []);

    private static Entry Default(Setting setting, string? text) =>
        new(setting.Key, text ?? "", Configuration.DefaultOrigin);

    private static string? UserFile(string name, Func<string, string?> readEnvironment) =>
        UserFolders.Configuration(readEnvironment) is { } folder ? Path.Combine(folder, name) : null;
}
