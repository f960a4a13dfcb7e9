using Spectre.Console;
using Yttl.Cli.Specs.CommandLines;
using Yttl.Cli.Specs.EndToEnd;
using Yttl.TestKit;

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
            "yttl: missing command; one of: summarize, batch, transcript, plan, search, runs, doctor, config, help; see 'yttl --help'");
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
        shown.Output.ShouldMatch(@"(?m)^ +Phase +Time +");
        shown.Output.ShouldMatch(@"(?m)^ +summarize-segment +\d");
        foreach (var line in shown.Output.Split('\n').Where(line => !line.Contains(_home.Path, StringComparison.Ordinal)))
            (line.GetCellWidth() <= 50).ShouldBeTrue(line);
        shown.Output.ShouldAllBe(letter => letter < 128);
        ran.Error.ShouldAllBe(letter => letter < 128);
    }
}
