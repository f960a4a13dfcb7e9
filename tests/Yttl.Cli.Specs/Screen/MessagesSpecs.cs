using Yttl.Cli.Terminal;
using Yttl.Core.Failures;

namespace Yttl.Cli.Specs.Screen;

public sealed class MessagesSpecs
{
    private const string Url = "https://example.org/a/path/that/is/longer/than/the/whole/terminal/is/wide";

    private readonly List<string> _lines = [];

    [Fact]
    public void On_a_terminal_a_message_is_wrapped_between_words_and_no_url_is_broken()
    {
        new Messages(_lines.Add, width: () => 50).Problem($"missing command; one of: summarize, batch, transcript, plan; see {Url} or ask");

        _lines.ShouldBe(
        [
            "yttl: missing command; one of: summarize, batch,",
            "  transcript, plan; see",
            $"  {Url}",
            "  or ask",
        ]);
    }

    [Fact]
    public void In_a_pipe_a_message_is_one_line()
    {
        new Messages(_lines.Add).Note($"{new string('x', 90)} and {Url}");

        _lines.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_command_that_is_too_wide_is_broken_as_a_shell_reads_it()
    {
        var messages = new Messages(_lines.Add, width: () => 40);

        messages.Failure(
            new Failure(FailureCategory.Processing, "tool.missing", "yt-dlp is not installed; install it with:\ncurl -fL https://example.org/yt-dlp -o ~/bin/yt-dlp"),
            "list.txt line 3");

        _lines.ShouldBe(
        [
            "yttl: list.txt line 3: yt-dlp is not",
            "  installed; install it with:",
            @"  curl -fL https://example.org/yt-dlp \",
            "    -o ~/bin/yt-dlp",
        ]);
    }

    [Theory]
    [InlineData("The report is gone.", "the report is gone")]
    [InlineData("A recogniser is missing: install one.", "a recogniser is missing: install one")]
    [InlineData("YouTube asks for a sign-in", "YouTube asks for a sign-in")]
    [InlineData("Anna Smith.vtt is empty", "Anna Smith.vtt is empty")]
    [InlineData("talk.mp4 and so on...", "talk.mp4 and so on...")]
    [InlineData("", "")]
    public void Each_begins_in_lower_case_and_ends_without_a_full_stop(string text, string shown)
    {
        new Messages(_lines.Add).Problem(text);

        _lines.ShouldBe([$"yttl: {shown}"]);
    }

    [Fact]
    public void While_it_is_redirected_every_line_goes_there()
    {
        var messages = new Messages(_lines.Add);
        var above = new List<string>();

        var below = messages.Redirect(above.Add);
        messages.Note("one");
        messages.Redirect(below);
        messages.Note("two");

        above.ShouldBe(["yttl: note: one"]);
        _lines.ShouldBe(["yttl: note: two"]);
    }
}
