using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Results;

namespace Yttl.Cli.Commands;

internal static class PlanCommand
{
    public static Command Create(CliContext surroundings)
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "A URL, a media file, a caption file, a folder or playlist, or - for captions from stdin",
        };
        var json = JsonOption.Create();
        var command = new Command("plan", "Show what a summary will take before anything is paid: calls, tokens, time and cost")
        {
            source, json,
        };
        var settings = new SettingOptions(command, SettingTable.PlanOptions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var request = await PipedSource.ResolveAsync(
                new Request(parsed.GetRequiredValue(source)), EngineSettings.Home(configuration), surroundings, cancellationToken);
            var plan = await RunViews.ShowAsync(
                surroundings,
                new Messages(surroundings),
                parsed.GetValue<bool>(GlobalOptions.Verbose),
                view => PlanAsync(request, configuration, view, cancellationToken));
            if (parsed.GetValue(json))
                surroundings.Output.WriteLine(plan.Video is { } video
                    ? JsonSerializer.Serialize(VideoPlanDocument.From(video), CliJson.Readable.VideoPlanDocument)
                    : JsonSerializer.Serialize(ListPlanDocument.From(plan.List!), CliJson.Readable.ListPlanDocument));
            else if (plan.Video is { } video)
                PlanOutput.Write(video, request, surroundings);
            else
                PlanOutput.Write(plan.List!, surroundings);
            return plan.List is { Entries: var entries } && entries.All(entry => entry.Failure is not null) ? ExitCode.Failed
                : plan.List?.Entries.Any(entry => entry.Failure is not null) is true ? ExitCode.Partial
                : ExitCode.Complete;
        });
        return command;
    }

    private static async Task<(VideoPlan? Video, ListPlan? List)> PlanAsync(
        Request request, Configuration settings, IRunView view, CancellationToken cancellationToken)
    {
        var options = EngineSettings.Options(settings);
        await using var planner = new SourcePlanner(EngineSettings.Host(options, settings));
        var progress = new RunProgressAdapter(request, view, finished: _ => { });
        return await request.WordedAsync<(VideoPlan?, ListPlan?)>(async () =>
            Source.Parse(request.Source).IsList(options.Playlist)
                ? (null, await planner.PlanListAsync(request.Source, options, progress, cancellationToken))
                : (await planner.PlanAsync(request.Source, options, progress, cancellationToken), null));
    }
}
