using System.CommandLine;
using Yttl.Cli.Settings;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Settings;

namespace Yttl.Cli.Specs.Settings;

public sealed class FlagsSpecs
{
    [Theory]
    [InlineData("-lp groq", "llm_provider", "groq")]
    [InlineData("-om gpt-x", "llm_model", "gpt-x")]
    [InlineData("-hm org/model", "llm_model", "org/model")]
    [InlineData("-ou http://localhost:8080/v1", "llm_base_url", "http://localhost:8080/v1")]
    [InlineData("-lmr some/repo", "local_model_repo", "some/repo")]
    [InlineData("-lmf model.gguf", "local_model_file", "model.gguf")]
    [InlineData("-sb sponsor", "sponsorblock", "sponsor")]
    [InlineData("-wp openai", "whisper_provider", "openai")]
    [InlineData("-lwm base.en", "whisper_model", "base.en")]
    [InlineData("-wm base.en", "whisper_model", "base.en")]
    [InlineData("--force-local-transcribe", "force_transcribe", "true")]
    [InlineData("--silence-threshold -40", "silence_threshold", "-40")]
    [InlineData("--disable-performance-optimizations", "sequential", "true")]
    public void A_flag_of_the_original_program_means_what_it_meant(string flags, string key, string text)
    {
        var settings = Read(flags.Split(' '));

        settings.Problems.ShouldBeEmpty();
        settings.Effective(SettingTable.All.Single(setting => setting.Key == key)).Text.ShouldBe(text);
    }

    [Fact]
    public void Every_flag_of_the_original_program_stands_once_and_for_an_option()
    {
        OriginalFlags.All.Select(flag => flag.Flag).ShouldBeUnique();
        OriginalFlags.All.Select(flag => flag.Key).Except(SettingTable.Options.Select(setting => setting.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void Two_names_of_one_setting_are_a_problem() =>
        Read("-om", "a", "--llm-model", "b").Problems
            .ShouldContain("--llm-model and -om are the same setting: give one of them");

    [Fact]
    public void Lists_are_joined_from_repeated_flags_commas_and_old_names_without_repeats()
    {
        var settings = Read(
            "--format", "html,md", "--format", "md", "--sponsorblock", "intro", "-sb", "music", "-sb", "offtopic");

        settings.Problems.ShouldBeEmpty();
        settings.Get(SettingTable.Format).ShouldBe([ReportFormat.Html, ReportFormat.Markdown]);
        settings.Get(SettingTable.SponsorBlock).ShouldBe(["intro", "music_offtopic"]);
    }

    [Fact]
    public void A_blank_value_is_a_problem() =>
        Read("--language", " ").Problems.ShouldBe(["--language needs a value"]);

    [Fact]
    public void A_switch_does_not_swallow_the_source_behind_it()
    {
        var command = new Command("c");
        var sources = new Argument<string[]>("SOURCE");
        command.Add(sources);
        _ = new SettingOptions(command, SettingTable.Options);

        command.Parse(["--playlist", "a", "--sponsorblock", "intro", "b"]).GetValue(sources).ShouldBe(["a", "b"]);
    }

    private static Configuration Read(params string[] arguments)
    {
        var command = new Command("c");
        var options = new SettingOptions(command, SettingTable.Options);
        return Configuration.Resolve(Hosts.CommandLine, [options.Read(command.Parse(arguments))]);
    }
}
