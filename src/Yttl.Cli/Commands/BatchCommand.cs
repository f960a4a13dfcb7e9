using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

internal static class BatchCommand
{
    public static Command Create(CliContext surroundings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "One source a line; lines that begin with '#' are comments; - reads stdin",
        };
        var command = new Command("batch", "Summarise every source that a file lists; a result line for each") { file };
        var settings = new SettingOptions(command, SettingTable.Options);
        var output = new RunOutput(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var name = parsed.GetRequiredValue(file);
            var messages = new Messages(surroundings.Error);
            if (name == "-" && parsed.GetValue<bool>(RunOutput.Verbose))
                messages.Note("reading sources from stdin, one a line, to its end");
            var list = await BatchFile.ReadAsync(name, surroundings, cancellationToken);
            foreach (var problem in list.Problems)
                messages.Problem(problem);
            foreach (var note in list.Notes)
                messages.Note(note);
            if (list.Sources.Count == 0)
                messages.Note("no sources to summarise");
            var sources = ListedCaptions.LeaveOut(list.Sources, messages);
            var exitCode = await SummaryRun.RunAsync(
                sources, configuration, output.Read(parsed), surroundings, cancellationToken);
            return list.Problems.Count > 0 ? ExitCode.Failed : exitCode;
        });
        return command;
    }
}
