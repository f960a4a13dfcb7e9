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
            if (name == "-" && parsed.GetValue<bool>(RunOutput.Verbose))
                new Messages(surroundings.Error).Note("reading sources from stdin, one a line, to its end");
            var text = await TextInput.ReadAsync(name, surroundings, cancellationToken);
            var lines = BatchFile.Parse(text, name == "-" ? "stdin" : Path.GetFileName(name));
            var bad = Name(lines.Where(line => line.Problem is not null), surroundings);
            foreach (var line in lines.Where(line => line.SameAs is not null))
                new Messages(surroundings.Error).Note($"{line.Request.Place} is the same as {line.SameAs}, which is done once");
            var good = lines.Where(line => line is { Problem: null, SameAs: null }).Select(line => line.Request).ToList();
            if (good.Count == 0)
                new Messages(surroundings.Error).Note("no sources to summarise");
            var exitCode = await SummaryRun.RunAsync(
                good, configuration, output.Read(parsed), surroundings, cancellationToken);
            return bad > 0 ? ExitCode.Failed : exitCode;
        });
        return command;
    }

    private static int Name(IEnumerable<BatchLine> bad, CliContext surroundings)
    {
        var messages = new Messages(surroundings.Error);
        var count = 0;
        foreach (var line in bad)
        {
            messages.Problem($"input: {line.Request.Place}: {line.Problem}");
            count++;
        }

        return count;
    }
}
