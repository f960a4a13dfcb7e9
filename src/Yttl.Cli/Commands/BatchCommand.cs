using System.CommandLine;
using Yttl.Cli.Hosting;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Commands;

internal static class BatchCommand
{
    public static Command Create(CliContext surroundings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "One source per line, # for comments; - reads stdin",
        };
        var command = new Command("batch", "Summarise every source in a list") { file };
        var settings = new SettingOptions(command, SettingTable.BatchOptions);
        var output = new RunOutput(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var name = parsed.GetRequiredValue(file);
            var messages = new Messages(surroundings);
            if (name == "-" && parsed.GetValue<bool>(GlobalOptions.Verbose))
                messages.Note("reading sources from stdin, one per line, to its end");
            var list = await BatchFile.ReadAsync(name, surroundings, cancellationToken);
            foreach (var problem in list.Problems)
                messages.Problem(problem);
            foreach (var note in list.Notes)
                messages.Note(note);
            if (list.Sources.Count == 0)
                messages.Note("no sources to summarise");
            return await SummaryRun.RunAsync(
                ListedCaptions.LeaveOut(list.Sources, messages),
                [.. list.Problems.Select(Refused)],
                configuration,
                EngineSettings.Options(configuration) with { Title = null },
                output.Read(parsed),
                surroundings,
                cancellationToken);
        });
        return command;
    }

    private static VideoResult Refused(string problem) => VideoResult.Failed(
        SummaryBatch.NotStarted, problem.Split(": ")[0], new Failure(FailureCategory.Input, "source.line", problem));
}
