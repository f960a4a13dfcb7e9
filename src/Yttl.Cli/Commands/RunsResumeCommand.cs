using System.CommandLine;
using Yttl.Cli.Hosting;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;

namespace Yttl.Cli.Commands;

internal static class RunsResumeCommand
{
    public static Command Create(CliContext surroundings)
    {
        var run = RunsCommand.RunArgument();
        var command = new Command("resume", "Finish an incomplete run with its original settings")
        {
            run,
        };
        var settings = new SettingOptions(command, SettingTable.ResumeOptions, OwnDefault);
        var output = new RunOutput(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var flags = settings.Read(parsed);
            var home = EngineSettings.Home(ConfigurationReader.ReadValid(flags, surroundings));
            var runs = new StoredRuns(new RunStore(home, TimeProvider.System, new Messages(surroundings).Note));
            var id = runs.Resolve(parsed.GetRequiredValue(run)).Root;
            var record = runs.Find(id);
            var request = record.Request ?? throw new YttlException(
                FailureCategory.Input,
                "run.unknown",
                $"run {id} was stored by an older version without its options: run its command again");
            var configuration = ConfigurationReader.ReadValid(With(request, flags), surroundings);
            return await SummaryRun.RunAsync(
                [new Request(record.Source)],
                [],
                configuration,
                Options(request.Options, flags, configuration),
                output.Read(parsed),
                surroundings,
                cancellationToken);
        });
        return command;
    }

    private static string? OwnDefault(Setting setting) =>
        setting == SettingTable.Out ? "the run's own folder"
        : setting == SettingTable.Format ? "the run's own"
        : null;

    /// <summary>Keeps the run's own providers and models, whatever the configuration holds now.</summary>
    private static Layer With(RunRequest request, Layer flags)
    {
        const string Origin = "the run";
        Entry[] own =
        [
            new(SettingTable.LlmProvider.Key, request.Provider, Origin),
            new(SettingTable.LlmModel.Key, request.Model, Origin),
            new(SettingTable.LlmBaseUrl.Key, request.Address?.AbsoluteUri ?? "", Origin),
            new(SpeechSettingTable.Provider.Key, request.Speech?.Provider ?? "", Origin),
            new(SpeechSettingTable.Model.Key, request.Speech?.Model ?? "", Origin),
        ];
        return flags with { Entries = [.. flags.Entries, .. own] };
    }

    private static SummarizeOptions Options(SummarizeOptions stored, Layer flags, Configuration settings)
    {
        var now = EngineSettings.Options(settings);
        return stored with
        {
            OutputFolder = IsGiven(SettingTable.Out) ? now.OutputFolder : stored.OutputFolder,
            Formats = IsGiven(SettingTable.Format) ? now.Formats : stored.Formats,
            NoTranscript = IsGiven(SettingTable.NoTranscript) ? now.NoTranscript : stored.NoTranscript,
            Sequential = IsGiven(SettingTable.Sequential) ? now.Sequential : stored.Sequential,
            TimeLimit = now.TimeLimit,
            MaxCost = now.MaxCost,
            Reuse = now.Reuse,
        };

        bool IsGiven(Setting setting) => flags.Entries.Any(entry => entry.Key == setting.Key);
    }
}
