using Yttl.Cli.Specs.EndToEnd;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

/// <summary><c>-q</c>: results and failures only.</summary>
public sealed class QuietSpecs : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly InProcess _yttl;
    private readonly string _talk;

    public QuietSpecs()
    {
        _yttl = new InProcess(_home.Path);
        _talk = _home.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 2));
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData(80)]
    public async Task A_run_writes_the_paths_alone_although_it_has_a_first_line_notes_and_progress(int? columns)
    {
        (_yttl.Columns, _yttl.ErrorIsScreen) = (columns, columns is not null);
        string[] run = ["summarize", _talk, "--out", _home.PathOf("out"), "--prompt", "Be short."];
        (await _yttl.RunAsync(run)).Error.ShouldContain("yttl: note: ");

        var ran = await _yttl.RunAsync([.. run, "-q"]);

        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        File.Exists(ran.Output.Trim()).ShouldBeTrue(ran.Output);
    }

    [Fact]
    public async Task A_failure_is_said()
    {
        var ran = await _yttl.RunAsync("summarize", "-q", _home.PathOf("none.vtt"));

        ran.ShouldBe(new Ran(1, "", $"yttl: no such file: {_home.PathOf("none.vtt")} (URLs start with https://)\n"));
    }

    [Theory]
    [InlineData("", "runs", "list")]
    [InlineData("", "search", "nothing")]
    [InlineData("", "batch", "-")]
    public async Task Notes_are_left_out(string output, params string[] arguments)
    {
        (await _yttl.RunAsync(arguments)).Error.ShouldStartWith("yttl: note: ");

        var ran = await _yttl.RunAsync(["-q", .. arguments]);

        (ran.Output, ran.Error).ShouldBe((output, ""));
    }
}
