using System.Text.Json;
using System.Text.RegularExpressions;
using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>What a bicep compiler would say about names, and what only we know: no keys, every setting set.</summary>
public sealed partial class InfrastructureSpecs
{
    private static readonly BicepFile Main = BicepFile.Read("infra/main.bicep");
    private static readonly IReadOnlyList<BicepFile> Files = BicepFile.All();

    /// <summary>Set by azd itself, or before the first deployment by its user.</summary>
    private static readonly string[] AzdsOwn = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_SUBSCRIPTION_ID"];

    /// <summary>What must stand in every resource that could be reached by a key or an account of its own.</summary>
    private static readonly (string Type, string Line)[] IdentitiesOnly =
    [
        ("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess: false"),
        ("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess: false"),
        ("Microsoft.Insights/components", "DisableLocalAuth: true"),
        ("Microsoft.OperationalInsights/workspaces", "disableLocalAuth: true"),
        ("Microsoft.CognitiveServices/accounts", "disableLocalAuth: true"),
        ("Microsoft.ContainerRegistry/registries", "adminUserEnabled: false"),
    ];

    /// <summary>Resource types whose newest version is of 2022 or before.</summary>
    private static readonly string[] OldAndNewest =
    [
        "Microsoft.Authorization/roleAssignments@2022-04-01",
        "Microsoft.Insights/components@2020-02-02",
        "Microsoft.Insights/diagnosticSettings@2021-05-01-preview",
    ];

    [Fact]
    public void Every_module_is_there_and_every_file_is_used()
    {
        var named = Files.SelectMany(file => file.Modules).Select(module => module.Path).Distinct();
        var there = Files.Select(file => file.Path)
            .Where(path => path.StartsWith("infra/modules/", StringComparison.Ordinal));

        named.ShouldBe(there, ignoreOrder: true);
    }

    [Fact]
    public void A_module_is_given_the_parameters_it_declares_and_all_that_it_needs() =>
        Files.SelectMany(file => file.Modules.SelectMany(module => Misfits(file, module))).ShouldBeEmpty();

    [Fact]
    public void Every_output_that_is_used_is_declared_by_its_module() =>
        Files.SelectMany(file => file.OutputsUsed
                .Where(use => !OutputsOf(file, use.Symbol).Contains(use.Output))
                .Select(use => $"{file}: {use.Symbol}.outputs.{use.Output}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_parameter_is_used() =>
        Files.SelectMany(file => file.Parameters
                .Where(parameter => Regex.Count(file.Text, $@"\b{parameter.Name}\b") < 2)
                .Select(parameter => $"{file}: {parameter.Name}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_parameters_file_fills_every_parameter_and_no_other()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("infra/main.parameters.json")));
        var filled = document.RootElement.GetProperty("parameters").EnumerateObject().Select(property => property.Name);

        filled.ShouldBe(Main.Parameters.Select(parameter => parameter.Name), ignoreOrder: true);
    }

    [Fact]
    public void The_model_that_is_built_into_the_image_is_the_one_that_the_app_asks_for()
    {
        var built = DefaultModel().Matches(string.Concat(Hooks().Select(hook => hook.Text)))
            .Select(match => match.Groups["name"].Value).ToList();

        built.Count.ShouldBe(2);
        Main.Text.ShouldContain($"empty(whisperModel) ? (gpu ? '{built[0]}' : '{built[1]}') : whisperModel");
        built[1].ShouldBe("ggml-base");
    }

    [Fact]
    public void Images_are_built_into_the_registry_that_the_rest_uses()
    {
        var images = BicepFile.Read("infra/images.bicep");

        foreach (var shared in new[] { "var token = .*", @"'rg-\$.*'", @"'cr\$.*'", "var tags = .*" })
            Regex.Match(images.Text, shared).Value.ShouldBe(Regex.Match(Main.Text, shared).Value);
        images.Text.ShouldContain("var token = ");
    }

    [Fact]
    public void Nothing_can_be_reached_by_a_key_or_an_account_of_its_own()
    {
        Files.SelectMany(file => Secret().Matches(file.Text).Select(match => $"{file}: {match.Value}")).ShouldBeEmpty();
        foreach (var (type, line) in IdentitiesOnly)
        {
            var resources = Files.SelectMany(file => file.Resources(type)).ToList();
            resources.ShouldNotBeEmpty(type);
            resources.Where(resource => !resource.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty(line);
        }
    }

    [Fact]
    public void Every_setting_of_the_sample_that_has_no_default_in_the_app_is_set_in_Azure() =>
        SampleSettings().Except(OwnSettings()).Concat(HostsOwn())
            .Where(sample => !AppSettings().Any(set => Covers(set, sample))).ShouldBeEmpty();

    [Fact]
    public void Every_setting_of_our_own_in_Azure_is_one_that_the_app_takes() =>
        AppSettings().Where(IsOurs).Except(OwnSettings()).ShouldBeEmpty();

    [Fact]
    public void What_the_Functions_host_reads_of_our_own_stands_in_the_table()
    {
        HostsOwn().ShouldNotBeEmpty();
        HostsOwn().Except(OwnSettings()).ShouldBeEmpty();
    }

    [Fact]
    public void The_app_names_no_setting_that_stands_in_the_table() =>
        NamedSetting().Matches(AppSource()).Select(match => match.Groups["name"].Value).Intersect(OwnSettings())
            .ShouldBeEmpty();

    [Fact]
    public void What_a_hook_demands_is_azd_s_own_an_output_or_set_by_a_hook()
    {
        var set = Hooks().SelectMany(hook => SetLine().Matches(hook.Text).Select(match => match.Groups["name"].Value));
        var known = AzdsOwn.Concat(Main.Outputs).Concat(set).ToHashSet();
        var demanded = Hooks().SelectMany(hook => Demanded().Matches(hook.Text)
            .SelectMany(match => match.Groups["names"].Value.Split(' ')
                .Select(name => (hook.Path, Name: name)))).ToList();

        demanded.ShouldNotBeEmpty();
        demanded.Where(demand => !known.Contains(demand.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_unknown_before_is_azds_own_or_set_by_a_hook()
    {
        var parameters = File.ReadAllText(Repository.PathOf("infra/main.parameters.json"));
        var set = string.Concat(Hooks().Select(hook => hook.Text));
        var needed = Main.Parameters
            .Where(parameter => !parameter.HasDefault || parameter.Name.EndsWith("Image", StringComparison.Ordinal))
            .Select(parameter => Regex.Match(parameters, $@"""{parameter.Name}"": {{ ""value"": ""\$\{{(\w+)"))
            .Select(match => match.Groups[1].Value).ToList();

        needed.ShouldNotContain("");
        needed.Where(name => !AzdsOwn.Contains(name) && !set.Contains($"azd env set {name} ", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_function_that_waits_for_uploads_is_told_of_them_or_switched_off()
    {
        var told = TriggerName().Match(string.Concat(Hooks().Select(hook => hook.Text))).Groups["name"].Value;

        told.ShouldNotBeEmpty();
        BlobFunction().Matches(AppSource()).Select(match => match.Groups["name"].Value)
            .Where(name => name != told && !AppSettings().Contains($"AzureWebJobs_{name}_Disabled")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_container_that_the_app_uses_is_made()
    {
        var storage = BicepFile.Read("infra/modules/storage.bicep").Text;
        var made = ContainerLine().Matches(storage).Select(match => match.Groups["name"].Value).ToList();

        made.ShouldNotBeEmpty();
        ContainerUse().Matches(AppSource()).Select(match => match.Groups["name"].Value).Except(made).ShouldBeEmpty();
    }

    [Fact]
    public void No_resource_has_a_version_of_2022_or_before_where_there_is_a_newer_one() =>
        Files.SelectMany(file => OldVersion().Matches(file.Text)
                .Select(match => match.Groups["resource"].Value)
                .Except(OldAndNewest)
                .Select(resource => $"{file}: {resource}"))
            .ShouldBeEmpty();

    [Fact]
    public void Who_deploys_may_write_lists_and_read_their_results_and_nothing_else_of_the_account()
    {
        var access = BicepFile.Read("infra/modules/deployer-access.bicep");

        RoleLine().Matches(access.Text).Select(match => match.Groups["entry"].Value).ShouldBe(
        [
            "container: 'url-lists', role: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'",
            "container: 'url-list-results', role: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'",
        ]);
        access.Resources("Microsoft.Authorization/roleAssignments").Single().ShouldContain("scope: storage::blobs::container[i]");
    }

    [Fact]
    public void The_type_of_who_deploys_is_the_one_that_azd_knows()
    {
        var parameters = File.ReadAllText(Repository.PathOf("infra/main.parameters.json"));

        parameters.ShouldContain("\"principalType\": { \"value\": \"${AZURE_PRINCIPAL_TYPE=User}\" }");
    }

    [Fact]
    public void A_secret_reaches_the_app_as_a_reference_to_the_vault()
    {
        var app = BicepFile.Read("infra/modules/function-app.bicep");

        app.Text.ShouldNotContain("@secure()");
        app.Resources("Microsoft.Web/sites").Single().ShouldContain("keyVaultReferenceIdentity: identityId");
        var given = Main.Modules.Single(module => module.Symbol == "functionApp");
        SecureParameter().Matches(Main.Text).Select(match => match.Groups["name"].Value)
            .Where(name => given.Passed.Contains(name)).ShouldBeEmpty();
        Main.Text.ShouldContain("'@Microsoft.KeyVault(SecretUri=${secrets.?outputs.uri}secrets/callback-secret)'");
    }

    [Fact]
    public void Every_container_but_that_of_uploads_is_emptied_by_age()
    {
        var storage = BicepFile.Read("infra/modules/storage.bicep").Text;
        var made = ContainerLine().Matches(storage).Select(match => match.Groups["name"].Value);
        var emptied = PrefixLine().Matches(storage).Select(match => match.Groups["name"].Value);

        made.Except(emptied).ShouldBe(["url-lists"]);
        storage.ShouldContain("lastAccessTimeTrackingPolicy");
    }

    [Fact]
    public void Every_query_is_shown_or_watched()
    {
        var text = string.Concat(Files.Select(file => file.Text));

        Directory.EnumerateFiles(Repository.PathOf("infra/queries")).Select(Path.GetFileName)
            .Where(name => !text.Contains($"'../queries/{name}'", StringComparison.Ordinal)).ShouldBeEmpty();
        QueryUse().Matches(text).Select(match => match.Groups["path"].Value)
            .Where(path => !File.Exists(Repository.PathOf("infra/" + path))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Misfits(BicepFile file, BicepModule module)
    {
        var declared = BicepFile.Read(module.Path).Parameters;
        var unknown = module.Passed.Except(declared.Select(parameter => parameter.Name));
        var missing = declared.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name)
            .Except(module.Passed);
        return unknown.Select(name => $"{file}: {module.Symbol} has no parameter {name}")
            .Concat(missing.Select(name => $"{file}: {module.Symbol} is not given {name}"));
    }

    private static IReadOnlyList<string> OutputsOf(BicepFile file, string symbol) =>
        file.Modules.SingleOrDefault(module => module.Symbol == symbol) is { } module
            ? BicepFile.Read(module.Path).Outputs
            : [];

    private static IReadOnlyList<string> AppSettings()
    {
        var app = BicepFile.Read("infra/modules/function-app.bicep");
        return [.. SettingLine().Matches(app.Resources("Microsoft.Web/sites/config").Single())
            .Select(match => match.Groups["name"].Value)];
    }

    private static IEnumerable<string> OwnSettings() =>
        SettingTable.For(Hosts.Azure).Select(setting => setting.Environment);

    /// <summary>Put into <c>host.json</c> and triggers before the app starts.</summary>
    private static IEnumerable<string> HostsOwn() =>
        Placeholder().Matches(AppSource() + File.ReadAllText(Repository.PathOf("host.json")))
            .Select(match => match.Groups["name"].Value);

    private static IReadOnlyList<string> SampleSettings()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("local.settings.sample.json")));
        return [.. document.RootElement.GetProperty("Values").EnumerateObject().Select(property => property.Name)];
    }

    private static string AppSource() =>
        string.Concat(SourceTree.Files("src/Yttl.Functions").Select(file => file.Text));

    /// <summary>A connection is one string on a laptop and several settings with an identity.</summary>
    /// <summary>A Linux container takes no dots in the names of its variables: the host reads underscores as them.</summary>
    private static bool Covers(string set, string sample) =>
        set == sample || set == sample.Replace('.', '_') || set.StartsWith(sample + "__", StringComparison.Ordinal);

    private static bool IsOurs(string setting) => setting.StartsWith("YTTL_", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Hooks() =>
        Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), "*.sh")
            .Select(path => (path, File.ReadAllText(path)));

    [GeneratedRegex(@"\b(listKeys|listCredentials|listAccountSas)\(|\b(sharedKey|accountKey|AccountKey)\b\s*[:=]")]
    private static partial Regex Secret();

    [GeneratedRegex("^    (?<name>[A-Za-z_]+):", RegexOptions.Multiline)]
    private static partial Regex SettingLine();

    [GeneratedRegex("%(?<name>[A-Z_]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex("\"(?<name>[A-Z_]+)\"")]
    private static partial Regex NamedSetting();

    [GeneratedRegex("^for setting in (?<names>.*); do$", RegexOptions.Multiline)]
    private static partial Regex Demanded();

    [GeneratedRegex(@"\$\{YTTL_URL_LIST_FUNCTION:-(?<name>[^}]+)\}")]
    private static partial Regex TriggerName();

    [GeneratedRegex(
        @"\[Function\(""(?<name>[^""]+)""\)\](?:(?!\[Function\().)*?\[BlobTrigger\(", RegexOptions.Singleline)]
    private static partial Regex BlobFunction();

    [GeneratedRegex("^  '(?<name>[a-z-]+)'$", RegexOptions.Multiline)]
    private static partial Regex ContainerLine();

    [GeneratedRegex(@"\b(In|Sharded|BlobTrigger)\(""(?<name>[a-z-]+)[""/]")]
    private static partial Regex ContainerUse();

    [GeneratedRegex("'(?<resource>Microsoft[^@']+@(?:201\\d|202[0-2])-[^']+)'")]
    private static partial Regex OldVersion();

    [GeneratedRegex("^  { (?<entry>container: .*) }", RegexOptions.Multiline)]
    private static partial Regex RoleLine();

    [GeneratedRegex("^ +default_whisper=(?<name>.*)$", RegexOptions.Multiline)]
    private static partial Regex DefaultModel();

    [GeneratedRegex("azd env set (?<name>[A-Z_]+) ")]
    private static partial Regex SetLine();

    [GeneratedRegex(@"^@secure\(\)\n(?:@.*\n)*param (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex SecureParameter();

    [GeneratedRegex("prefix: '(?<name>[a-z-]+)/'")]
    private static partial Regex PrefixLine();

    [GeneratedRegex(@"loadTextContent\('\.\./(?<path>[^']+)'\)")]
    private static partial Regex QueryUse();
}
