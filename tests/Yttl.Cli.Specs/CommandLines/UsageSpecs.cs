using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class UsageSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("yttl: say what to do: summarize, batch, transcript, plan, search, runs, doctor, config; see 'yttl --help'")]
    [InlineData("yttl: 'searhc' is not a command, did you mean 'search'?", "searhc")]
    [InlineData(
        "yttl: 'https://x.test/v' is not a command, did you mean 'yttl summarize https://x.test/v'?",
        "https://x.test/v")]
    [InlineData("yttl: 'yttl summarize' needs <SOURCE>; see 'yttl summarize --help'", "summarize")]
    [InlineData(
        "yttl: 'yttl summarize' needs <SOURCE>: 'talk.mp4' was taken as the FILE of --performance-report; "
        + "write --performance-report=FILE, or put it last",
        "summarize", "--performance-report", "talk.mp4")]
    [InlineData(
        "yttl: 'yttl batch' needs <FILE>: 'list.txt' was taken as the FILE of --performance-report; "
        + "write --performance-report=FILE, or put it last",
        "batch", "--performance-report", "list.txt")]
    [InlineData(
        "yttl: 'yttl summarize' needs <SOURCE>; see 'yttl summarize --help'",
        "summarize", "--performance-report=a.txt")]
    [InlineData(
        "yttl: '--lenght' is not an option of 'yttl summarize', did you mean '--length'?",
        "summarize", "--lenght", "short", "a.vtt")]
    [InlineData(
        "yttl: '--lenght' is not an option of 'yttl summarize', did you mean '--length'?",
        "summarize", "a.vtt", "--lenght=short")]
    [InlineData(
        "yttl: '-x' is not an option of 'yttl summarize'; see 'yttl summarize --help'", "summarize", "-x", "--", "-y")]
    [InlineData("yttl: 'b' is one argument too many; see 'yttl batch --help'", "batch", "a", "b")]
    [InlineData(
        "yttl: Option '--length' expects a single argument but 2 were provided; see 'yttl summarize --help'",
        "summarize", "--length", "short", "--length", "long", "a.vtt")]
    [InlineData("yttl: say what to do: show, suggest; see 'yttl config --help'", "config")]
    public async Task A_wrong_command_line_is_one_line_with_a_hint_and_exit_code_2(
        string line, params string[] arguments)
    {
        var ran = await new InProcess(_home.Path).RunAsync(arguments);

        ran.ShouldBe(new Ran(2, "", line + "\n"));
    }

    [Fact]
    public async Task All_wrong_values_are_named_together_with_their_origin_and_what_is_expected()
    {
        var yttl = new InProcess(_home.Path) { Environment = { ["YTTL_STYLE"] = "poem" } };

        var ran = await yttl.RunAsync("summarize", "--length", "huge", "--max-concurrent-llm", "0", "a.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldBe(
        [
            "yttl: length is 'huge' (from --length): expected one of short, medium, long",
            "yttl: style is 'poem' (from YTTL_STYLE): expected one of narrative, bullets",
            "yttl: max_concurrent_llm is '0' (from --max-concurrent-llm): "
            + "expected auto, or a whole number of calls from 1 to 256",
        ]);
    }

    [Theory]
    [InlineData("--force-transcribe")]
    [InlineData("--force-local-transcribe")]
    public async Task Speech_recognition_without_a_recogniser_is_refused_in_one_line(string flag)
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", flag, "a.mp4");

        ran.ExitCode.ShouldBe(2);
        ran.Error.ShouldBe(
            "yttl: no speech recogniser is configured: give --whisper-provider with its key, --whisper-base-url, "
            + "or --whisper-model for a server on this machine\n");
    }

    [Fact]
    public async Task To_open_a_report_that_is_not_written_is_a_wrong_command_line()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--open", "--format", "md", "a.vtt");

        ran.ShouldBe(new Ran(2, "", "yttl: --open shows the HTML report: add html to --format\n"));
    }

    [Fact]
    public async Task A_missing_prompt_file_is_a_wrong_command_line()
    {
        var yttl = new InProcess(_home.Path);

        var ran = await yttl.RunAsync("summarize", "--prompt-file", _home.PathOf("none.txt"), "a.vtt");

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith(
            $"yttl: prompt_file '{_home.PathOf("none.txt")}' cannot be read");
    }

    [Fact]
    public async Task A_missing_list_of_sources_is_a_wrong_command_line()
    {
        var ran = await new InProcess(_home.Path).RunAsync("batch", _home.PathOf("none.txt"));

        ran.ExitCode.ShouldBe(2);
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith($"yttl: '{_home.PathOf("none.txt")}' cannot be read");
    }

    [Fact]
    public async Task A_list_without_sources_is_complete_and_says_so()
    {
        var yttl = new InProcess(_home.Path) { Input = "# nothing yet\n\n" };

        var ran = await yttl.RunAsync("batch", "-");

        ran.ShouldBe(new Ran(0, "", "yttl: note: no sources to summarise\n"));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var ran = await new InProcess(_home.Path).RunAsync("--version");

        ran.ExitCode.ShouldBe(0);
        ran.Output.ShouldMatch(@"^\d+\.\d+\.\d+\S*\r?\n$");
    }
}
