using System.Text.Json;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

/// <summary>What ends a command before it has anything to show.</summary>
public sealed class FailureSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("file.missing", "transcript", "nowhere.vtt", "--format", "json")]
    [InlineData("file.missing", "plan", "nowhere.mp4", "--json")]
    [InlineData("run.unknown", "runs", "show", "nobody", "--json")]
    public async Task Where_json_is_asked_for_a_failure_is_json_with_its_code(string code, params string[] arguments)
    {
        var ran = await new InProcess(_home.Path).RunAsync(arguments);

        ran.ExitCode.ShouldBe(1);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("yttl: no such ");
        using var document = JsonDocument.Parse(ran.Output);
        document.RootElement.GetProperty("schema").GetString().ShouldBe("yttl/failure@1");
        document.RootElement.GetProperty("failure").GetProperty("code").GetString().ShouldBe(code);
        document.RootElement.GetProperty("failure").GetProperty("category").GetString().ShouldBe("input");
    }

    [Theory]
    [InlineData("transcript", "nowhere.vtt")]
    [InlineData("transcript", "nowhere.vtt", "--format", "json", "--out", "texts")]
    [InlineData("runs", "show", "nobody")]
    public async Task Elsewhere_stdout_stays_empty(params string[] arguments) =>
        (await new InProcess(_home.Path).RunAsync(arguments)).Output.ShouldBe("");

    [Fact]
    public async Task Instructions_that_leave_a_prompt_no_room_are_refused_before_anything_is_started()
    {
        var yttl = new InProcess(_home.Path);
        yttl.Environment["YTTL_LLM_BASE_URL"] = "http://127.0.0.1:1/v1";
        var file = _home.Write("prompt.txt", string.Concat(Enumerable.Repeat("Write it well. ", 400)));

        var ran = await yttl.RunAsync("summarize", "talk.vtt", "--prompt-file", file, "--llm-model", "m");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldBe(
        [
            "yttl: your instructions take about 1500 of the 2500 tokens that one prompt may hold: shorten them "
            + "(--prompt-file) to half of that at most, or use another provider",
        ]);
    }
}
