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
        var source = new Argument<string>("SOURCE") { Description = "A URL or a media file" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("plan", "Show how audio would be cut for speech to text, and how long that would take")
        {
            source, json,
        };
        var settings = new SettingOptions(command, SettingTable.PlanOptions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var plan = await RunViews.ShowAsync(
                surroundings,
                new Messages(surroundings),
                parsed.GetValue<bool>(GlobalOptions.Verbose),
                view => PlanAsync(new Request(parsed.GetRequiredValue(source)), configuration, view, cancellationToken));
            if (parsed.GetValue(json))
                surroundings.Output.WriteLine(
                    JsonSerializer.Serialize(PlanDocument.From(plan), CliJson.Readable.PlanDocument));
            else
                WriteText(plan, surroundings);
            return ExitCode.Complete;
        });
        return command;
    }

    private static async Task<AudioPlan> PlanAsync(
        Request request, Configuration settings, IRunView view, CancellationToken cancellationToken)
    {
        await using var reader = new TranscriptReader(EngineSettings.Reader(settings));
        return await reader.PlanAsync(
            request.Source,
            settings.Get(SettingTable.Language),
            EngineSettings.Speech(settings),
            new RunProgressAdapter(request, view, finished: _ => { }),
            cancellationToken);
    }

    private static void WriteText(AudioPlan plan, CliContext surroundings)
    {
        foreach (var note in plan.Notes)
            new Messages(surroundings).Note(note);
        foreach (var line in PlanText.Summary(plan))
            surroundings.WriteLine(line);
        Table.Write(surroundings, PlanText.Headings, plan.Plan.Chunks.Select(PlanText.Row));
    }
}
