using Spectre.Console;
using Spectre.Console.Rendering;
using Yttl.Cli.Runs;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports;
using Yttl.TestKit;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Specs.Runs;

public sealed class BarViewSpecs
{
    [Fact]
    public async Task Hostile_titles_are_shown_as_they_are_and_several_videos_end_with_a_line_each()
    {
        using var screen = new StringWriter();
        var console = ConsoleOn(screen);
        string[] titles = ["[red]not markup[/", "\u001b[2Jclears", " ", new string('長', 300)];

        await BarView.ShowAsync(console, new Messages(TextWriter.Null), verbose: false, view =>
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

    // A refresh that meets the end deadlocks: one holds Spectre's lock on the console and waits for that on the display,
    // the other the reverse. Spectre's own refreshing outlives about one display in thirty that ends at once.
    [Fact]
    public async Task Refreshing_has_ended_when_the_display_has()
    {
        var late = 0;
        await Parallel.ForAsync(0, 400, async (_, _) =>
        {
            var ended = false;
            var console = ConsoleOn(TextWriter.Null);
            console.Pipeline.Attach(new RenderHook(() =>
            {
                if (Volatile.Read(ref ended))
                    Interlocked.Increment(ref late);
            }));
            await BarView.ShowAsync(console, new Messages(TextWriter.Null), verbose: false, _ => Task.FromResult(true));
            Volatile.Write(ref ended, true);
        }).WaitAsync(Eventually.Timeout);

        // What is left behind refreshes every 0.1 s. A busy machine may hide it here, but cannot make it up.
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        late.ShouldBe(0);
    }

    private static IAnsiConsole ConsoleOn(TextWriter screen)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(screen),
        });
        console.Profile.Width = 100;
        return console;
    }

    private sealed class RenderHook(Action rendering) : IRenderHook
    {
        public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables)
        {
            rendering();
            return renderables;
        }
    }
}
