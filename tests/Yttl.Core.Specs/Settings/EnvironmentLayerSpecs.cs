using Yttl.Core.Settings;

namespace Yttl.Core.Specs.Settings;

public sealed class EnvironmentLayerSpecs
{
    [Theory]
    [InlineData("YTTL_MAX_CONCURENT_LLM", "YTTL_MAX_CONCURRENT_LLM")]
    [InlineData("YTTL_LENGHT", "YTTL_LENGTH")]
    [InlineData("yttl_style", "YTTL_STYLE")]
    public void A_mistyped_variable_is_a_problem_that_names_the_right_one(string name, string meant) =>
        Read(name).Problems.ShouldBe([$"{name} is not a setting; did you mean {meant}?"]);

    [Theory]
    [InlineData("YTTL_COLOUR_OF_THE_SKY")]
    [InlineData("YTTL_WHISPER_MODEL_URL")]
    public void A_variable_that_is_like_no_setting_is_noted_and_stops_nothing(string name)
    {
        Read(name).Problems.ShouldBeEmpty();
        Read(name).Notes.ShouldBe([$"{name} is set, and no setting of this program"]);
    }

    [Theory]
    [InlineData("YTTL_TEST_DATA")]
    [InlineData("YTTL_LENGTH")]
    [InlineData("HOME")]
    [InlineData("XYTTL_LENGHT")]
    public void What_is_known_or_of_others_is_passed_over(string name)
    {
        Read(name).Problems.ShouldBeEmpty();
        Read(name).Notes.ShouldBeEmpty();
    }

    [Fact]
    public void A_host_is_given_its_own_settings_alone()
    {
        EnvironmentLayer.Read(Hosts.Azure, _ => "1", []).Entries.Select(entry => entry.Key)
            .ShouldBe(SettingTable.For(Hosts.Azure).Select(setting => setting.Key));
        SettingTable.For(Hosts.Azure).ShouldNotContain(SettingTable.Out);
        SettingTable.For(Hosts.CommandLine).ShouldNotContain(AzureSettingTable.KeepRuns);
    }

    [Fact]
    public void A_setting_of_another_host_is_no_slip() =>
        SettingTable.All.SelectMany(setting => new[] { Hosts.Azure, Hosts.CommandLine }
                .SelectMany(host => EnvironmentLayer.Read(host, _ => null, [setting.Environment]).Problems))
            .ShouldBeEmpty();

    private static Layer Read(string name) => EnvironmentLayer.Read(Hosts.CommandLine, _ => null, [name]);
}
