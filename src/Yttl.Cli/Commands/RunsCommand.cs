using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Cli.Commands;

internal static class RunsCommand
{
    public static Command Create(CliContext surroundings) => new("runs", "Show, resume and delete stored runs")
    {
        List(surroundings), Show(surroundings), RunsResumeCommand.Create(surroundings), Delete(surroundings),
    };

    public static Argument<string> RunArgument() => new("RUN") { Description = "As 'yttl runs list' names it" };

    private static Command List(CliContext surroundings)
    {
        var json = Json();
        var command = new Command("list", "List the stored runs, newest first") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var messages = new Messages(surroundings.Error);
            var runs = await Stored(surroundings).ListAsync(messages.Note, cancellationToken);
            if (parsed.GetValue(json))
                WriteJson(runs, surroundings);
            else if (runs.Count == 0)
                messages.Note("no runs are stored");
            else
                Table.Write(surroundings, ["Run", "State", "Started", "Video"], runs.Select(Row));
            return ExitCode.Complete;
        });
        return command;
    }

    private static Command Show(CliContext surroundings)
    {
        var (run, json) = (RunArgument(), Json());
        var command = new Command("show", "Show what became of a run and of its videos") { run, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var id = new RunId(parsed.GetRequiredValue(run));
            var runs = await Stored(surroundings).ShowAsync(
                id, new Messages(surroundings.Error).Note, cancellationToken);
            if (parsed.GetValue(json))
                WriteJson(runs, surroundings);
            else
                await WriteAsync(runs, surroundings, cancellationToken);
            return ExitCode.Complete;
        });
        return command;
    }

    private static async Task WriteAsync(
        IReadOnlyList<RunDocument> runs, CliContext surroundings, CancellationToken cancellationToken)
    {
        var configuration = ConfigurationReader.ReadValid(Layer.Empty, surroundings);
        var performance = new StoredPerformance(
            new FileRunJournal(EngineSettings.Home(configuration), NullLogger.Instance),
            EngineSettings.Prices(configuration),
            surroundings);
        foreach (var run in runs)
        {
            foreach (var line in Lines(run))
                surroundings.Output.WriteLine(SafeText.Line(line));
            await performance.WriteAsync(new RunId(run.Id), run.Result?.Title ?? run.Source, cancellationToken);
        }
    }

    private static Command Delete(CliContext surroundings)
    {
        var run = RunArgument();
        var command = new Command("delete", "Delete a run's record; reports written stay, shared work until room is needed")
        {
            run,
        };
        command.SetAction(parsed =>
        {
            Stored(surroundings).Delete(new RunId(parsed.GetRequiredValue(run)));
            return ExitCode.Complete;
        });
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "The same as one JSON document" };

    private static StoredRuns Stored(CliContext surroundings) =>
        new(new RunStore(
            EngineSettings.Home(ConfigurationReader.ReadValid(Layer.Empty, surroundings)), TimeProvider.System));

    private static void WriteJson(IEnumerable<RunDocument> runs, CliContext surroundings) =>
        surroundings.Output.WriteLine(
            JsonSerializer.Serialize(RunsDocument.From(runs), CliJson.Readable.RunsDocument));

    private static string[] Row(RunDocument run) =>
        [run.Id, run.State.Name(), Text(run.Started), run.Result?.Title ?? run.Source];

    private static IEnumerable<string> Lines(RunDocument run)
    {
        yield return $"{run.Id}  {run.State.Name()}  {Text(run.Started)}  {run.Result?.Title ?? run.Source}";
        foreach (var file in run.Result?.Files ?? [])
            yield return $"  {file}";
        foreach (var note in run.Result?.Notes ?? [])
            yield return $"  note: {note}";
        if (run.Result?.Failure is { } failure)
            yield return $"  {failure.Message}";
    }

    private static string Text(DateTimeOffset time) =>
        time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
