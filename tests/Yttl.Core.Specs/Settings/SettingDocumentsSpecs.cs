using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Settings;

/// <summary>
/// <c>docs/settings.md</c> and <c>local.settings.sample.json</c> are written from the table of settings, as the help is.
/// <c>YTTL_UPDATE_GOLDEN=1</c> writes them anew.
/// </summary>
public sealed class SettingDocumentsSpecs
{
    private const string Introduction =
        """
        # Settings

        A setting is an option of a command, a variable, or a key of `./yttl.json` or `~/.config/yttl/yttl.json`; the first of
        these that says something wins. Options are the variable's name without `YTTL_`, with dashes: `YTTL_OUT` is `--out`;
        a row without an option is set in the environment or a file. Keys of files are the same in small letters:
        `{ "out": "summaries" }`. `./yttl.json` comes with a folder, perhaps made by others: it may not choose programs, keys,
        cookies, proxies or addresses of others. `yttl config show` says what is in effect and where it comes from.

        The Functions app takes the rows of *Azure* and of *both* as app settings of the variable's name. It does not start with
        a setting that cannot be read, and its log names those that it does not know. What a request may choose besides is in
        [azure.md](azure.md#http).

        | variable | option | host | default | values | meaning |
        |---|---|---|---|---|---|

        """;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the Functions host and the packages of Azure read.</summary>
    private static readonly (string Name, string Value)[] Platform =
    [
        ("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"),
        ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
        ("AzureWebJobs.UrlListTrigger.Disabled", "true"),
        ("AzureWebJobs.UrlListScan.Disabled", "false"),
        ("APPLICATIONINSIGHTS_CONNECTION_STRING", ""),
        ("AZURE_CLIENT_ID", ""),
    ];

    [Fact]
    public void The_page_of_settings_has_them_all_as_they_are() => Golden.Matches(
        "../../../../docs/settings.md",
        Introduction.ReplaceLineEndings("\n") + string.Concat(SettingTable.All.Select(Row)));

    [Fact]
    public void The_sample_has_every_setting_of_the_app_at_its_default()
    {
        var own = SettingTable.For(Hosts.Azure).Select(setting => (Name: setting.Environment, Value: setting.Default));
        var values = Platform.Concat(own).Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Value));

        Golden.Matches(
            "../../../../local.settings.sample.json",
            new JsonObject { ["IsEncrypted"] = false, ["Values"] = new JsonObject(values) }.ToJsonString(Readable) + "\n");
    }

    private static string Row(Setting setting)
    {
        var option = SettingTable.Options.Contains(setting) ? $"`{setting.Flag}`" : "";
        var hosts = setting.Hosts switch { Hosts.All => "both", Hosts.Azure => "Azure", _ => "yttl" };
        var value = setting.Default is "" ? "" : $"`{setting.Default}`";
        return $"| `{setting.Environment}` | {option} | {hosts} | {value} | {Values(setting)} | {setting.Doc} |\n";
    }

    private static string Values(Setting setting) =>
        setting.Bounds?.ToString()
        ?? (setting.IsSwitch ? "true, false"
            : setting.HelpName!.Contains('|') ? setting.HelpName.Replace("|", ", ", StringComparison.Ordinal)
            : "");
}
