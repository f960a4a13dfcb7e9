using Yttl.Cli.Hosting;
using Yttl.Core.Settings;

namespace Yttl.Cli.Specs.Settings;

/// <summary>The first line of a run names what writes the summaries and what chose it.</summary>
public sealed class WriterLineSpecs
{
    [Theory]
    [InlineData("summaries: the speaker's own sentences (no provider is configured; see yttl doctor)")]
    [InlineData("summaries: the speaker's own sentences (YTTL_LLM_PROVIDER)", "YTTL_LLM_PROVIDER=extractive", "OPENAI_API_KEY=k")]
    [InlineData("summaries: openai gpt-5.4-mini (OPENAI_API_KEY)", "OPENAI_API_KEY=k", "GROQ_API_KEY=k")]
    [InlineData("summaries: openai mine (OPENAI_API_KEY)", "OPENAI_API_KEY=k", "YTTL_LLM_MODEL=mine")]
    [InlineData("summaries: groq openai/gpt-oss-120b (YTTL_LLM_PROVIDER)", "OPENAI_API_KEY=k", "GROQ_API_KEY=k", "YTTL_LLM_PROVIDER=groq")]
    [InlineData(
        "summaries: openai gpt-5.4-mini at http://127.0.0.1:9/v1/ (OPENAI_API_KEY)",
        "OPENAI_API_KEY=k", "OPENAI_BASE_URL=http://127.0.0.1:9/v1")]
    [InlineData(
        "summaries: local default at http://127.0.0.1:9/v1/ (YTTL_LLM_BASE_URL)",
        "YTTL_LLM_BASE_URL=http://127.0.0.1:9/v1", "OPENAI_API_KEY=k")]
    [InlineData("summaries: ollama m (OLLAMA_HOST)", "OLLAMA_HOST=127.0.0.1", "YTTL_LLM_MODEL=m")]
    [InlineData(
        "summaries: azure d at https://r.openai.azure.com/ (AZURE_OPENAI_ENDPOINT)",
        "AZURE_OPENAI_ENDPOINT=https://r.openai.azure.com", "AZURE_OPENAI_DEPLOYMENT=d")]
    [InlineData("summaries: command claude (YTTL_LLM_COMMAND)", "YTTL_LLM_COMMAND=claude -p", "OPENAI_API_KEY=k")]
    [InlineData("summaries: local o/r/m.gguf (YTTL_LLM_MODEL)", "YTTL_LLM_MODEL=o/r/m.gguf")]
    [InlineData("summaries: local m.gguf (YTTL_LOCAL_MODEL_FILE)", "YTTL_LOCAL_MODEL_FILE=m.gguf", "YTTL_LLM_MODEL=m")]
    public void What_writes_is_named_with_the_variable_that_chose_it(string line, params string[] variables)
    {
        var entries = variables.Select(variable => variable.Split('=', 2)).Select(pair => Entry(pair[0], pair[1], pair[0]));

        Format(entries).ShouldBe(line);
    }

    [Fact]
    public void An_option_names_itself_and_a_file_the_setting_in_it()
    {
        Format([Entry("YTTL_LLM_COMMAND", "claude -p", "--llm-command")]).ShouldBe("summaries: command claude (--llm-command)");
        Format([Entry("OPENAI_API_KEY", "k", "OPENAI_API_KEY"), Entry("YTTL_LLM_PROVIDER", "extractive", "./yttl.json")])
            .ShouldBe("summaries: the speaker's own sentences (llm_provider from ./yttl.json)");
    }

    private static Entry Entry(string variable, string text, string origin) =>
        new(SettingTable.All.Single(setting => setting.Environment == variable).Key, text, origin);

    private static string Format(IEnumerable<Entry> entries)
    {
        var settings = Configuration.Resolve(Hosts.CommandLine, [new Layer([.. entries], [])]);
        settings.Problems.ShouldBeEmpty();
        return WriterLine.Format(settings.LanguageModel(), settings);
    }
}
