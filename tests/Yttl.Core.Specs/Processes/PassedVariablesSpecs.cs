using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class PassedVariablesSpecs
{
    private static readonly Dictionary<string, PassedVariables> Lists = new()
    {
        ["tool"] = PassedVariables.OfTools,
        ["yt-dlp"] = PassedVariables.OfYtDlp,
        ["server"] = PassedVariables.OfModelServers,
        ["agent"] = PassedVariables.OfAgents,
    };

    [Theory]
    [InlineData("OPENAI_API_KEY")]
    [InlineData("GROQ_API_KEY")]
    [InlineData("HF_TOKEN")]
    [InlineData("YTTL_LLM_API_KEY")]
    [InlineData("YTTL_VIDEO_PASSWORD")]
    [InlineData("YTTL_CALLBACK_SECRET")]
    [InlineData("YTTL_PROXY")]
    [InlineData("LLAMA_API_KEY")]
    [InlineData("IDENTITY_ENDPOINT")]
    [InlineData("IDENTITY_HEADER")]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("FFREPORT")]
    public void No_program_gets_a_key(string name) =>
        Lists.Where(list => Passes(list.Value, name)).ShouldBeEmpty();

    [Theory]
    [InlineData("PATH")]
    [InlineData("home")]
    [InlineData("LC_ALL")]
    [InlineData("TMPDIR")]
    [InlineData("XDG_CACHE_HOME")]
    [InlineData("SYSTEMROOT")]
    public void Every_program_finds_itself_and_its_files(string name) =>
        Lists.Where(list => !Passes(list.Value, name)).ShouldBeEmpty();

    [Theory]
    [InlineData("https_proxy", "yt-dlp, agent")]
    [InlineData("SSL_CERT_FILE", "yt-dlp, agent")]
    [InlineData("PYTHONPATH", "yt-dlp")]
    [InlineData("CUDA_VISIBLE_DEVICES", "server")]
    [InlineData("OMP_NUM_THREADS", "server")]
    [InlineData("CODEX_HOME", "agent")]
    public void A_program_gets_what_it_needs_alone(string name, string programs) =>
        string.Join(", ", Lists.Where(list => Passes(list.Value, name)).Select(list => list.Key)).ShouldBe(programs);

    [Fact]
    public async Task A_program_that_is_given_no_variables_gets_no_key_of_this_process()
    {
        const string Key = "YTTL_SPEC_API_KEY";
        Environment.SetEnvironmentVariable(Key, "k");
        try
        {
            var call = new ToolCall(FakeTool.Path, ["surroundings"], null);
            var said = (await new ProcessRunner().RunAsync(call, CancellationToken.None)).Output;

            said.ShouldContain("PATH");
            said.ShouldNotContain(Key);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Key, null);
        }
    }

    private static bool Passes(PassedVariables list, string name) => list.From([KeyValuePair.Create(name, "x")]).Count == 1;
}
