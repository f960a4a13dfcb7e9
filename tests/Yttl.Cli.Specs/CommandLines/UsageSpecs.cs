using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class UsageSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("yttl: missing command; one of: summarize, batch, transcript, ask, plan, search, runs, serve, doctor, config, help; see 'yttl --help'")]
    [InlineData("yttl: 'searhc' is not a command, did you mean 'search'?", "searhc")]
    [InlineData("yttl: 'transcripts' is not a command, did you mean 'transcript'?", "transcripts", "a.vtt")]
    [InlineData("yttl: 'nowhere.mp4' is not a command, a URL or an existing file; see 'yttl --help'", "nowhere.mp4")]
    [InlineData("yttl: 'shw' is not a command, did you mean 'show'?", "runs", "shw")]
    [InlineData("yttl: 'list' is not a command, did you mean 'runs list'?", "list")]
    [InlineData("yttl: 'show' is not a command, did you mean 'runs show'?", "show", "3f2a")]
    [InlineData("yttl: 'resume' is not a command, did you mean 'runs resume'?", "resume", "3f2a")]
    [InlineData("yttl: 'rm' is not a command, did you mean 'runs delete'?", "rm", "3f2a")]
    [InlineData("yttl: 'delete' is not a command, did you mean 'runs delete'?", "delete", "3f2a")]
    [InlineData("yttl: 'rm' is not a command, did you mean 'delete'?", "runs", "rm", "3f2a")]
    [InlineData("yttl: '?!' has no word to search for: give one word or more", "search", "?!")]
    [InlineData("yttl: 'sumarize' is not a command, did you mean 'summarize'?", "help", "sumarize")]
    [InlineData("yttl: missing SOURCE: give a URL or a file; see 'yttl summarize --help'", "summarize")]
    [InlineData("yttl: missing FILE: give a file with one source a line, or - for stdin; see 'yttl batch --help'", "batch")]
    [InlineData("yttl: missing RUN: give the id of a run, as 'yttl runs list' shows it; see 'yttl runs show --help'", "runs", "show")]
    [InlineData(
        "yttl: missing SOURCE: 'talk.mp4' was taken as the FILE of --performance-report; "
        + "write --performance-report=FILE, or put it last",
        "summarize", "--performance-report", "talk.mp4")]
    [InlineData(
        "yttl: missing FILE: 'list.txt' was taken as the FILE of --performance-report; "
        + "write --performance-report=FILE, or put it last",
        "batch", "--performance-report", "list.txt")]
    [InlineData(
        "yttl: missing SOURCE: give a URL or a file; see 'yttl summarize --help'",
        "summarize", "--performance-report=a.txt")]
    [InlineData(
        "yttl: '--lenght' is not an option of 'yttl summarize', did you mean '--length'?",
        "summarize", "--lenght", "short", "a.vtt")]
    [InlineData(
        "yttl: '--lenght' is not an option of 'yttl summarize', did you mean '--length'?",
        "summarize", "a.vtt", "--lenght=short")]
    [InlineData(
        "yttl: '-x' is not an option of 'yttl summarize'; see 'yttl summarize --help'", "summarize", "-x", "--", "-y")]
    [InlineData("yttl: unexpected argument 'b'; see 'yttl batch --help'", "batch", "a", "b")]
    [InlineData(
        "yttl: --length takes one value, 2 are given; see 'yttl summarize --help'",
        "summarize", "--length", "short", "--length", "long", "a.vtt")]
    [InlineData("yttl: --out needs a value; see 'yttl summarize --help'", "summarize", "a.vtt", "--out")]
    [InlineData("yttl: missing command; one of: show, suggest, path; see 'yttl config --help'", "config")]
    [InlineData("yttl: --print and --json both write to stdout: leave out one of them", "summarize", "--print", "--json", "a.vtt")]
    [InlineData("yttl: --title is the title of one source, and 2 are given", "summarize", "--title", "T", "a.vtt", "b.vtt")]
    [InlineData(
        "yttl: --no-transcript leaves nothing for --format srt: leave out one of them",
        "summarize", "--no-transcript", "--format", "html,srt", "a.vtt")]
    [InlineData(
        "yttl: --prompt and --prompt-file both give instructions: leave out one of them",
        "summarize", "--prompt", "Be short.", "--prompt-file", "a.txt", "a.vtt")]
    [InlineData(
        "yttl: --llm-model gpt-5 has no effect with --llm-provider extractive: leave out one of them",
        "summarize", "--llm-provider", "extractive", "--llm-model", "gpt-5", "a.vtt")]
    [InlineData(
        "yttl: --llm-model gpt-5 has no effect with the provider command: name the model in --llm-command, such as 'llm -m MODEL'",
        "summarize", "--llm-command", "dotnet", "--llm-model", "gpt-5", "a.vtt")]
    [InlineData("yttl: stdin is empty: pipe captions into it", "summarize", "-")]
    [InlineData("yttl: stdin is empty: pipe captions into it", "transcript", "/dev/stdin")]
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
            "yttl: --length huge: expected one of short, medium, long",
            "yttl: style is 'poem' (from YTTL_STYLE): expected one of narrative, bullets, minutes",
            "yttl: --max-concurrent-llm 0: expected auto, or a whole number of calls from 1 to 256",
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
    public async Task A_model_without_a_provider_that_could_have_it_is_a_wrong_command_line()
    {
        var ran = await new InProcess(_home.Path).RunAsync("summarize", "--llm-model", "gpt-5", "a.vtt");

        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("yttl: no provider is set up that could have the model 'gpt-5': ");
    }

    [Fact]
    public async Task A_model_for_a_provider_chosen_elsewhere_that_has_none_is_a_wrong_command_line()
    {
        var yttl = new InProcess(_home.Path) { Environment = { ["YTTL_LLM_PROVIDER"] = "extractive" } };

        var ran = await yttl.RunAsync("summarize", "--llm-model", "gpt-5", "a.vtt");

        ran.ShouldBe(new Ran(2, "", "yttl: --llm-model gpt-5 has no effect with the provider extractive "
            + "(from YTTL_LLM_PROVIDER): leave it out, or give --llm-provider\n"));
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
            $"yttl: prompt_file '{_home.PathOf("none.txt")}' cannot be read: no such file");
    }

    [Fact]
    public async Task A_missing_list_of_sources_fails_as_a_missing_source_does()
    {
        Directory.CreateDirectory(_home.PathOf("lists"));

        (await new InProcess(_home.Path).RunAsync("batch", _home.PathOf("none.txt")))
            .ShouldBe(new Ran(1, "", $"yttl: no such file: {_home.PathOf("none.txt")}\n"));
        (await new InProcess(_home.Path).RunAsync("batch", _home.PathOf("none/none.txt")))
            .ShouldBe(new Ran(1, "", $"yttl: no such file: {_home.PathOf("none/none.txt")}\n"));
        (await new InProcess(_home.Path).RunAsync("batch", _home.PathOf("lists")))
            .ShouldBe(new Ran(1, "", $"yttl: {_home.PathOf("lists")} is a folder: give a file in it\n"));
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
