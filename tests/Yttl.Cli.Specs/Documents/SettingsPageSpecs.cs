using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Documents;

/// <summary>
/// <c>docs/settings.md</c> is written from the table of settings, as the help is. <c>YTTL_UPDATE_GOLDEN=1</c> writes it
/// anew.
/// </summary>
public sealed class SettingsPageSpecs
{
    private const string Introduction =
        """
        # Settings

        A setting is an option of a command, a variable, or a key of `./yttl.json` or `~/.config/yttl/yttl.json`; the first of
        these that says something wins. Options are the variable's name without `YTTL_`, with dashes: `YTTL_OUT` is `--out`;
        a row without an option is set in the environment or a file. Keys of files are the same in small letters:
        `{ "out": "summaries" }`. `./yttl.json` comes with a folder, perhaps somebody else's: it may not choose programs, keys,
        cookies, proxies or addresses of others. `yttl config show` says what is in effect and where it comes from.

        | variable | option | default | values | meaning |
        |---|---|---|---|---|

        """;

    [Fact]
    public void The_page_of_settings_has_them_all_as_they_are() =>
        Golden.Matches("../../../../docs/settings.md", Introduction.ReplaceLineEndings("\n") + string.Concat(SettingTable.All.Select(Row)));

    private static string Row(Setting setting)
    {
        var option = SettingTable.Options.Contains(setting) ? $"`{setting.Flag}`" : "";
        var value = setting.Default is "" ? "" : $"`{setting.Default}`";
        return $"| `{setting.Environment}` | {option} | {value} | {Values(setting)} | {setting.Doc} |\n";
    }

    private static string Values(Setting setting) =>
        setting.Bounds?.ToString()
        ?? (setting.IsSwitch ? "true, false"
            : setting.HelpName!.Contains('|') ? setting.HelpName.Replace("|", ", ", StringComparison.Ordinal)
            : "");
}
