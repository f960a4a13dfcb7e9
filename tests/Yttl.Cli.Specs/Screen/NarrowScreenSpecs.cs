using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.Cli.Specs.EndToEnd;
using Yttl.Cli.Terminal;
using Yttl.TestKit;
using Table = Yttl.Cli.Terminal.Table;

namespace Yttl.Cli.Specs.Screen;

/// <summary>What commands write on a terminal of few columns, and of few letters.</summary>
public sealed class NarrowScreenSpecs : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly InProcess _yttl;

    public NarrowScreenSpecs() => _yttl = new InProcess(_home.Path) { Columns = 50, ErrorIsScreen = true };

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task The_configuration_has_its_origin_beside_each_value(int columns)
    {
        _yttl.Columns = columns;

        var lines = (await _yttl.RunAsync("config", "show")).Output.Split('\n');

        lines.ShouldContain(line => System.Text.RegularExpressions.Regex.IsMatch(line, "^out +summaries +default$"));
        lines.ShouldAllBe(line => line.GetCellWidth() <= columns || !line.Trim().Contains(' '));
        lines.Count(line => line.StartsWith(' ')).ShouldBeLessThan(4, string.Join('\n', lines));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    public async Task Every_message_is_wrapped_to_the_terminal(int columns)
    {
        _yttl.Columns = columns;

        var ran = await _yttl.RunAsync();

        ran.ErrorLines.Count.ShouldBeGreaterThan(1);
        ran.ErrorLines.ShouldAllBe(line => line.Length <= columns);
        string.Join(' ', ran.ErrorLines.Select(line => line.Trim())).ShouldBe(
            "yttl: missing command; one of: summarize, batch, transcript, ask, plan, search, runs, serve, doctor, config, help; "
            + "see 'yttl --help'");
    }

    [Fact]
    public void A_row_with_a_word_that_is_wider_than_its_column_stands_on_lines_of_its_own()
    {
        var output = new StringWriter { NewLine = "\n" };

        Table.Write(
            InProcess.Nowhere with { Output = output, OutputIsScreen = true, ScreenWidth = () => 50 },
            ["State", "What", "Found"],
            [
                ["ok", "ffmpeg", "5.1.9, in a folder whose name has many words in it"],
                ["ok", "home folder", "/home/someone/.local/share/yttl/home, 64.0 GB free"],
            ]);

        output.ToString().ShouldBe(
            """
            State  What         Found
            ok     ffmpeg       5.1.9, in a folder whose name
                                has many words in it
            ok home folder
                /home/someone/.local/share/yttl/home, 64.0 GB
                free

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Signs_that_a_terminal_has_not_are_replaced_before_lines_are_broken()
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var context = (InProcess.Nowhere with
        {
            Output = output, OutputIsScreen = true, Error = error, ErrorIsScreen = true,
            ReadEnvironment = name => name is "LC_ALL" ? "C" : null, ScreenWidth = () => 30,
        }).InItsLetters();

        context.WriteLine("  … from Yorkshire to London …");
        new Messages(context).Note("… from York to London …");

        output.ToString().ShouldBe("  ... from Yorkshire to London\n    ...\n");
        error.ToString().ShouldBe("yttl: note: ... from York to\n  London ...\n");
    }

    [Fact]
    public async Task A_run_is_shown_whole_in_50_columns_and_in_ascii()
    {
        _yttl.Environment["LC_ALL"] = "C";
        var ran = await _yttl.RunAsync(
            "summarize", _home.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 12)), "--out", _home.PathOf("out"));
        ran.ExitCode.ShouldBe(0, ran.Error);
        var id = (await _yttl.RunAsync("runs", "list")).Output.Split('\n')[1][..12];

        var shown = await _yttl.RunAsync("runs", "show", id);

        shown.ExitCode.ShouldBe(0, shown.Error);
        shown.Output.ShouldContain("\n  extractive\n");
        shown.Output.ShouldMatch(@"(?m)^ +Phase +Time +");
        shown.Output.ShouldMatch(@"(?m)^ +summarize-segment +\d");
        foreach (var line in shown.Output.Split('\n').Where(line => !line.Contains(_home.Path, StringComparison.Ordinal)))
            (line.GetCellWidth() <= 50).ShouldBeTrue(line);
        shown.Output.ShouldAllBe(letter => letter < 128);
        ran.Error.ShouldAllBe(letter => letter < 128);
    }
}
