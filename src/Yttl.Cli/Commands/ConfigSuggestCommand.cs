using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Hardware;
using Yttl.Core.ModelServers;
using Yttl.Core.Processes;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

internal static class ConfigSuggestCommand
{
    public static Command Create(CliContext surroundings)
    {
        var json = JsonOption.Create();
        var command = new Command("suggest", "Suggest values for this machine, with the reason for each") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = ConfigurationReader.ReadValid(Layer.Empty, surroundings);
            var facts = Facts(
                await new HardwareProbe(new ProcessRunner()).ReadAsync(cancellationToken), settings);
            Write(facts, settings, parsed.GetValue(json), surroundings);
            return ExitCode.Complete;
        });
        return command;
    }

    private static void Write(MachineFacts facts, Configuration settings, bool json, CliContext surroundings)
    {
        var document = SuggestionsDocument.From(facts.Hardware, Suggestions.For(facts), settings);
        if (json)
            surroundings.Output.WriteLine(
                JsonSerializer.Serialize(document, CliJson.Readable.SuggestionsDocument));
        else
            Table.Write(
                surroundings,
                ["Setting", "Suggested", "Now", "Because"],
                document.Suggestions.Select(row => new[] { row.Key, row.Value, row.Now, row.Reason }));
        new Messages(surroundings).Note(
            "auto follows the machine by itself; to fix a value, put it into the file that 'yttl config path' names");
    }

    private static MachineFacts Facts(HardwareInfo hardware, Configuration settings)
    {
        var home = EngineSettings.Home(settings);
        return new MachineFacts(
            hardware,
            EngineSettings.Usable(() => EngineSettings.Model(settings)),
            EngineSettings.Usable(() => EngineSettings.Recognizer(settings)),
            ToolPath.Find(WhisperServerProgram.FindTool(settings.Get(SpeechSettingTable.Server))),
            new DriveInfo(NearestThatExists(home)).AvailableFreeSpace);
    }

    private static string NearestThatExists(string folder) =>
        Directory.Exists(folder) ? folder : NearestThatExists(Path.GetDirectoryName(folder)!);
}
