using Yttl.Cli.CommandLines;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

public sealed class ShortFormsSpecs : IDisposable
{
    private readonly TempFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("summarize", "https://youtu.be/jNQXAC9IVRw")]
    [InlineData("summarize", "https://example.org/talk", "--length", "short")]
    [InlineData("summarize", "youtube.com/watch?v=jNQXAC9IVRw")]
    [InlineData("summarize", "jNQXAC9IVRw")]
    [InlineData("summarize", "PLAAAAAAAAAAAAAAAA")]
    [InlineData("summarize", "-")]
    [InlineData("summarize", "-v", "-")]
    [InlineData("summarize", "--", "-x.vtt")]
    [InlineData("summarize", "-v", "--", "-x.vtt")]
    [InlineData("summarize", "summarize", "--", "-x.vtt")]
    [InlineData("summarize", "-q", "--no-color", "https://example.org/talk")]
    [InlineData("summarize", "--length", "short", "talk.vtt")]
    [InlineData("summarize", "--format=md", "talk.vtt")]
    [InlineData("search", "search", "words")]
    [InlineData("search", "-s", "words")]
    [InlineData("list", "ls")]
    [InlineData("list", "runs", "ls")]
    [InlineData("help", "help", "summarize")]
    [InlineData("yttl", "nowhere.vtt")]
    [InlineData("yttl", "summaries")]
    [InlineData("yttl", "-v")]
    public void The_command_is_clear_from_the_first_word(string command, params string[] arguments) =>
        CommandLine.Parse(arguments, InProcess.Nowhere).CommandResult.Command.Name.ShouldBe(command);

    [Fact]
    public void An_existing_file_or_folder_is_a_source_unless_it_has_a_commands_name()
    {
        var file = _home.Write("talk.vtt", "WEBVTT");

        CommandOf(file).ShouldBe("summarize");
        CommandOf(_home.Path).ShouldBe("summarize");
    }

    [Fact]
    public async Task Captions_are_read_from_stdin_and_the_same_captions_are_the_same_run()
    {
        var yttl = new InProcess(_home.Path) { Input = "WEBVTT\n\n00:00.000 --> 00:50.000\nThe stars are far away.\n" };
        string[] command = ["-", "--title", "Monday's talk", "--out", _home.PathOf("out")];

        var first = await yttl.RunAsync(command);
        var second = await yttl.RunAsync(["/dev/stdin", .. command[1..]]);

        first.ExitCode.ShouldBe(0, first.Error);
        first.RunLines.ShouldContain("complete: Monday's talk");
        File.ReadAllText(first.Output.Trim()).ShouldContain("<title>Monday&#x27;s talk</title>");
        second.Output.ShouldBe(first.Output);
        Directory.GetFiles(_home.PathOf(".local/share/yttl/runs"), "*.json").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("summarize", "/dev/stdin")]
    [InlineData("transcript", "-")]
    public async Task Anything_else_on_stdin_is_named_as_such_once_and_without_the_place_of_its_copy(params string[] command)
    {
        var ran = await new InProcess(_home.Path) { Input = "Dear diary, nothing happened." }.RunAsync(command);

        ran.ExitCode.ShouldBe(1);
        ran.MessageLines.ShouldHaveSingleItem().ShouldStartWith("yttl: stdin is a text without times, ");
        ran.Error.ShouldNotContain(_home.Path);
    }

    [Fact]
    public async Task Printed_is_the_summary_alone_and_the_paths_go_to_stderr()
    {
        var talk = _home.Write("talk.vtt", "WEBVTT\n\n00:00.000 --> 00:50.000\nThe stars are far away.\n");

        var ran = await new InProcess(_home.Path).RunAsync(talk, "--print", "--out", _home.PathOf("out"));

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.Output.ShouldStartWith("# talk\n");
        ran.Output.ShouldContain("\n## Summary\n");
        ran.Output.ShouldNotContain("## Transcript");
        ran.ErrorLines.ShouldContain(line => line.EndsWith(".html", StringComparison.Ordinal) && File.Exists(line));
    }

    [Fact]
    public async Task Minutes_stand_below_the_summary_on_a_terminal_as_in_print()
    {
        var talk = _home.Write("talk.en.vtt", "WEBVTT\n\n00:00.000 --> 00:20.000\n<v Anna>We agreed to ship the new release in the first week of June.\n\n"
            + "00:20.000 --> 00:40.000\n<v Tim>I'll write the announcement for the client teams by next Friday.\n");
        string[] command = [talk, "--style", "minutes", "--out", _home.PathOf("out")];

        var shown = await new InProcess(_home.Path) { Columns = 100 }.RunAsync(command);
        var printed = await new InProcess(_home.Path).RunAsync([.. command, "--print"]);

        shown.ExitCode.ShouldBe(0, shown.Error);
        shown.Output.ShouldContain("\nDecisions\n- We agreed to ship the new release in the first week of June.\n\nActions\n"
            + "- I'll write the announcement for the client teams by next Friday. (Tim · by next Friday)\n\n"
            + "Open questions\nNot looked for: that takes a language model.\n");
        printed.Output.ShouldContain("\n### Actions\n\n- I'll write the announcement");
    }

    [Fact]
    public async Task Without_its_transcript_a_report_has_the_summaries_and_search_still_finds_the_words()
    {
        var talk = _home.Write("talk.vtt", "WEBVTT\n\n00:00.000 --> 00:20.000\nThe stars are far away.\n\n"
            + "00:20.000 --> 00:25.000\nXylophone.\n");
        var yttl = new InProcess(_home.Path);

        var ran = await yttl.RunAsync(talk, "--no-transcript", "--format", "html,md,json", "-o", _home.PathOf("out"));

        ran.ExitCode.ShouldBe(0, ran.Error);
        foreach (var path in ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            File.ReadAllText(path).ShouldNotContain("class=\"cues\"");
        File.ReadAllText(ran.Output.Split('\n')[1]).ShouldNotContain("## Transcript");
        (await yttl.RunAsync("search", "xylophone")).Output.ShouldContain("Xylophone");
    }

    private static string CommandOf(params string[] arguments) =>
        CommandLine.Parse(arguments, InProcess.Nowhere).CommandResult.Command.Name;
}
