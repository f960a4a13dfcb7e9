using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Commands;

internal static class PlanCommand
{
    public static Command Create(CliContext surroundings)
    {
        var source = new Argument<string>("SOURCE") { Description = "An address or a media file" };
        var json = new Option<bool>("--json") { Description = "The same as one JSON document" };
        var command = new Command("plan", "Show how audio would be cut for speech recognition, and how long it would take")
        {
            source, json,
        };
        var settings = new SettingOptions(command, SettingTable.PlanOptions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var view = new LineView(new Messages(surroundings.Error), parsed.GetValue<bool>(RunOutput.Verbose));
            await using var reader = new TranscriptReader(EngineSettings.Reader(configuration));
            var plan = await reader.PlanAsync(
                parsed.GetRequiredValue(source),
                configuration.Get(SettingTable.Language),
                EngineSettings.Speech(configuration),
                new RunProgressAdapter(new Request(parsed.GetRequiredValue(source)), view, finished: _ => { }),
                cancellationToken);
            if (parsed.GetValue(json))
                surroundings.Output.WriteLine(
                    JsonSerializer.Serialize(PlanDocument.From(plan), CliJson.Readable.PlanDocument));
            else
                WriteText(plan, surroundings);
            return ExitCode.Complete;
        });
        return command;
    }

    private static void WriteText(AudioPlan plan, CliContext surroundings)
    {
        foreach (var note in plan.Notes)
            new Messages(surroundings.Error).Note(note);
        foreach (var line in PlanText.Summary(plan))
            surroundings.Output.WriteLine(SafeText.Line(line));
        Table.Write(surroundings, PlanText.Headings, plan.Plan.Chunks.Select(PlanText.Row));
    }
}
