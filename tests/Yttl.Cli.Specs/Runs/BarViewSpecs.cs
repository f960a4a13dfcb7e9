using Spectre.Console;
using Yttl.Cli.Runs;
using Yttl.Core.Reports;
using Yttl.Workflows;

namespace Yttl.Cli.Specs.Runs;

public sealed class BarViewSpecs
{
    [Fact]
    public async Task Hostile_titles_are_shown_as_they_are_and_several_videos_end_with_a_line_each()
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(screen),
        });
        console.Profile.Width = 100;
        string[] titles = ["[red]not markup[/", "\u001b[2Jclears", " ", new string('長', 300)];

        await BarView.ShowAsync(console, verbose: false, view =>
        {
            for (var i = 0; i < titles.Length; i++)
                view.Report(new RunId($"{i}"), "source", new RunProgress(RunPhase.Summaries, 12, 48, titles[i]));
            for (var i = 0; i < titles.Length; i++)
                view.Finished(new Request("source"), new VideoResult(
                    new RunId($"{i}"), "source", RunStatus.Complete, "id", titles[i], null, [], 0, [], null));
            return Task.FromResult(true);
        });

        screen.ToString().ShouldContain("complete: [red]not markup[/");
        screen.ToString().ShouldContain("complete: [2Jclears");
        screen.ToString().ShouldNotContain("\u001b[2J");
    }
}
