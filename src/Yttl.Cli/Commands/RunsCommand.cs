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

namespace Yttl.Cli.Commands;

internal static class RunsCommand
{
    public static Command Create(CliContext surroundings) => new("runs", "List, show, resume and delete stored runs")
    {
        RunsListCommand.Create(surroundings), Show(surroundings), RunsResumeCommand.Create(surroundings), Delete(surroundings),
    };

    public static Argument<string> RunArgument() => new("RUN") { Description = "Run id from 'yttl runs list', or the beginning of one" };

    private static Command Show(CliContext surroundings)
    {
        var (run, json) = (RunArgument(), JsonOption.Create());
        var command = new Command("show", "Show the results, notes and performance of a run") { run, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var stored = Stored(surroundings);
            var runs = stored.Show(stored.Resolve(parsed.GetRequiredValue(run)), new Messages(surroundings).Note);
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
                surroundings.WriteLine(line);
            await performance.WriteAsync(run, cancellationToken);
        }
    }

    private static Command Delete(CliContext surroundings)
    {
        var run = RunArgument();
        var command = new Command("delete", "Delete a run's record; reports and cached work are kept") { run };
        command.SetAction(parsed =>
        {
            var deleted = Stored(surroundings).Delete(parsed.GetRequiredValue(run));
            new Messages(surroundings).Line($"deleted: {deleted}");
            return ExitCode.Complete;
        });
        return command;
    }

    public static StoredRuns Stored(CliContext surroundings) =>
        new(new RunStore(
            EngineSettings.Home(ConfigurationReader.ReadValid(Layer.Empty, surroundings)),
            TimeProvider.System,
            new Messages(surroundings).Note));

    public static void WriteJson(IEnumerable<RunDocument> runs, CliContext surroundings) =>
        surroundings.Output.WriteLine(
            JsonSerializer.Serialize(RunsDocument.From(runs), CliJson.Readable.RunsDocument));

    private static IEnumerable<string> Lines(RunDocument run)
    {
        yield return $"{run.Id}  {run.State.Name()}  {Text(run.Started)}  {run.Result?.Title ?? run.Source}";
        if (run.Traits.Count > 0)
            yield return $"  {string.Join(", ", run.Traits)}";
        foreach (var file in run.Result?.Files ?? [])
            yield return $"  {file}";
        foreach (var note in run.Result?.Notes ?? [])
            yield return $"  note: {Clause.Format(note)}";
        if (run.Result?.Failure is { } failure)
            yield return $"  {Clause.Format(failure.Message)}";
        if (run.Attempt is { } attempt)
            yield return $"  note: an attempt at {Text(attempt.Started)} {Ended(attempt)}; the earlier result stays";
    }

    private static string Ended(AttemptDocument attempt) => attempt.Failure is { } failure
        ? $"{attempt.State.Name()}: {Clause.Format(failure.Message)}"
        : attempt.State is RunStatus.Failed ? "failed" : $"was {attempt.State.Name()}";

    public static string Text(DateTimeOffset time) =>
        time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
