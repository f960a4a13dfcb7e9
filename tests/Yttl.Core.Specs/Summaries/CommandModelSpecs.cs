using System.Net;
using System.Net.Sockets;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Commands;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A program that writes summaries, and everything that it may do instead.</summary>
public sealed class CommandModelSpecs
{
    private static readonly ScratchSpace Scratch = new(Path.Combine(AppContext.BaseDirectory, "scratch"));

    private static readonly Prompt Prompt = new("Summarise.", "BEGIN DATA 1\ntäg 日本\nEND DATA 1", 500);

    [Fact]
    public async Task The_prompt_is_read_on_stdin_and_the_answer_on_stdout() =>
        (await AskAsync("copy")).Text.ShouldBe("Summarise.\n\nBEGIN DATA 1\ntäg 日本\nEND DATA 1");

    [Fact]
    public async Task Arguments_arrive_as_they_were_quoted() =>
        (await AskAsync("echo", "a b", "$HOME", "`id`", "c'd")).Text.ReplaceLineEndings("\n").ShouldBe("a b\n$HOME\n`id`\nc'd");

    [Fact]
    public async Task It_runs_in_an_empty_folder_that_is_deleted_with_few_variables_and_no_key()
    {
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = "/home/me",
            ["LC_ALL"] = "C.UTF-8",
            ["https_proxy"] = "http://127.0.0.1:9",
            ["CLAUDE_CONFIG_DIR"] = "/home/me/.claude",
            ["ANTHROPIC_API_KEY"] = "k",
            ["OPENAI_API_KEY"] = "k",
            ["YTTL_VIDEO_PASSWORD"] = "p",
            ["AWS_SECRET_ACCESS_KEY"] = "s",
        };

        var said = (await AskAsync(environment, "surroundings")).Text.Split('\n', StringSplitOptions.TrimEntries);

        said[0].ShouldNotBe(System.Environment.CurrentDirectory);
        Directory.Exists(said[0]).ShouldBeFalse();
        said[1].ShouldBe("0");
        // A shell adds where it is.
        said[2..].Except(["PWD", "OLDPWD", "SHLVL", "_"]).ShouldBe(["PATH", "HOME", "LC_ALL", "https_proxy", "CLAUDE_CONFIG_DIR", "NO_COLOR"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_it_writes_to_stderr_is_no_part_of_the_answer() =>
        (await AskAsync("flood-stderr", "5000000")).Text.ShouldBe("done");

    [Fact]
    public async Task Colours_of_a_terminal_are_no_part_of_the_answer() =>
        (await AskAsync("echo", "\u001b[1mA summary.\u001b[0m", "\u001b]0;title\u0007")).Text.ShouldBe("A summary.");

    [Theory]
    [InlineData("no-such-program-here")]
    [InlineData("/nowhere/claude")]
    public async Task A_program_that_is_not_there_is_named_with_the_setting(string program)
    {
        using var model = Model([program], Environment("PATH"));

        foreach (var failure in new[]
        {
            Should.Throw<YttlException>(() => CommandLanguageModel.Check(program)),
            await Should.ThrowAsync<YttlException>(() => model.CompleteAsync(Prompt, CancellationToken.None)),
        })
        {
            failure.Failure.Code.ShouldBe("model.command-missing");
            failure.Failure.Message.ShouldContain(program);
            failure.Failure.Message.ShouldContain("--llm-command");
            ProviderState.IsDown(failure).ShouldBeTrue("the extractive summariser then stands in");
        }
    }

    [Fact]
    public async Task A_program_that_fails_says_how_and_what_it_said()
    {
        var failure = await FailureAsync("exit", "7", "please run\n/login \u001b[31mfirst\u001b[0m");

        failure.Failure.Code.ShouldBe("model.command-failed");
        failure.Failure.Message.ShouldContain("(exit code 7), saying 'please run /login first'");
        ProviderState.IsDown(failure).ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_prints_nothing_is_no_summary()
    {
        var failure = await FailureAsync("exit", "0", "thinking");

        failure.Failure.Code.ShouldBe("model.bad-output");
        failure.Failure.Message.ShouldContain("wrote nothing to stdout, saying 'thinking'");
        failure.Transient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_prints_100_megabytes_is_stopped()
    {
        var failure = await FailureAsync("flood-stdout", "100000000");

        failure.Failure.Code.ShouldBe("model.bad-output");
        failure.Failure.Message.ShouldContain("more than 256 KB");
        failure.Transient.ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_that_hangs_is_stopped_once_and_not_started_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var time = new ManualTime();
        using var model = Model(Tool("hang", $"{port}"), Environment("PATH"), time, attempts: 3);

        var call = model.CompleteAsync(Prompt, CancellationToken.None);
        using var line = await listener.AcceptTcpClientAsync().WaitAsync(Eventually.Timeout);
        time.Advance(TimeSpan.FromMinutes(5));
        var failure = await Should.ThrowAsync<YttlException>(call.WaitAsync(Eventually.Timeout));

        failure.Failure.Code.ShouldBe("model.timeout");
        failure.Failure.Message.ShouldContain("300 s");
        failure.Transient.ShouldBeFalse();
        (await EndAsync(line)).ShouldBe(0, "the program is gone");
        listener.Pending().ShouldBeFalse();
    }

    private static async Task<int> EndAsync(TcpClient line)
    {
        try
        {
            return await line.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Eventually.Timeout);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static Task<YttlException> FailureAsync(params string[] act) => Should.ThrowAsync<YttlException>(AskAsync(act));

    private static Task<Completion> AskAsync(params string[] act) => AskAsync(Environment("PATH"), act);

    private static async Task<Completion> AskAsync(Dictionary<string, string> environment, params string[] act)
    {
        using var model = Model(Tool(act), environment);
        return await model.CompleteAsync(Prompt, CancellationToken.None).WaitAsync(Eventually.Timeout);
    }

    private static CommandLanguageModel Model(
        IReadOnlyList<string> command, Dictionary<string, string> environment, TimeProvider? time = null, int attempts = 1) =>
        new(
            new LanguageModelSettings("command", null, "tool", null, MaxConcurrent: 2, RetrySettings.Default with
            {
                MaxAttempts = attempts, BaseDelay = TimeSpan.Zero, AttemptTimeout = TimeSpan.FromMinutes(5),
            })
            {
                Command = command,
            },
            Scratch,
            time ?? TimeProvider.System,
            PassedVariables.OfAgents.From(environment));

    /// <summary>Its own launcher would look for the runtime by a variable that it does not get.</summary>
    private static string[] Tool(params string[] act) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "Yttl.FakeTool.dll"), .. act];

    private static Dictionary<string, string> Environment(string name) =>
        new() { [name] = System.Environment.GetEnvironmentVariable(name)! };
}
