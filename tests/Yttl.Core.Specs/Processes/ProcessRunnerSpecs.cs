using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Processes;

public sealed class ProcessRunnerSpecs
{
    private readonly ProcessRunner _runner = new();

    [Fact]
    public async Task Arguments_arrive_as_they_are_given_and_pass_through_no_shell()
    {
        string[] odd = ["", " ", "a b", "\"quoted\"", "$HOME", "`id`", "-rf", "a'b", "\\", "täg 日本 🎬", "*", "x\ty"];

        var result = await RunAsync(["echo", .. odd]);

        result.Output.Split('\n')[..^1].Select(line => line.TrimEnd('\r')).ShouldBe(odd);
    }

    [Fact]
    public async Task An_exit_code_is_a_result_and_comes_with_what_was_said()
    {
        var result = await RunAsync("exit", "7", "it broke");

        (result.ExitCode, result.ErrorTail).ShouldBe((7, "it broke"));
    }

    [Fact]
    public async Task Stdin_is_closed_so_that_nothing_waits_for_a_person()
    {
        (await RunAsync("read-stdin")).Output.ShouldBe("0");
    }

    [Fact]
    public async Task A_flood_on_stderr_neither_blocks_the_program_nor_fills_the_memory()
    {
        var result = await RunAsync("flood-stderr", "5000000");

        result.Output.ShouldBe("done");
        result.ErrorTail.Length.ShouldBe(4000);
        result.ErrorTail.ShouldEndWith("the last words");
    }

    [Fact]
    public async Task A_program_that_writes_without_end_is_stopped()
    {
        var failure = await FailureOf(RunAsync("flood-stdout", "2000000000"));

        failure.Code.ShouldBe("tool.output-too-large");
        failure.Message.ShouldContain("64 MB");
    }

    [Fact]
    public async Task Large_output_arrives_whole()
    {
        (await RunAsync("flood-stdout", "20000000")).Output.Length.ShouldBe(20_000_000);
    }

    [Fact]
    public async Task What_the_runner_is_given_reaches_the_environment_of_the_program()
    {
        var runner = new ProcessRunner(TimeProvider.System, new Dictionary<string, string> { ["YTTL_ODD"] = "a b=c" });

        (await RunAsync(runner, "environment", "YTTL_ODD")).Output.ShouldBe("a b=c");
    }

    private Task<ToolResult> RunAsync(params string[] arguments) => RunAsync(_runner, arguments);

    private static Task<ToolResult> RunAsync(ProcessRunner runner, params string[] arguments) =>
        runner.RunAsync(new ToolCall(FakeTool.Path, arguments, null), CancellationToken.None);

    private static async Task<Failure> FailureOf(Task task) => (await task.ShouldThrowAsync<YttlException>()).Failure;
}
