using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Json;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;

namespace Yttl.Cli.Commands;

internal static class ConfigCommand
{
    public static Command Create(CliContext surroundings) => new("config", "Show settings, suggest values, find your settings file")
    {
        ShowCommand(surroundings), ConfigSuggestCommand.Create(surroundings), PathCommand(surroundings),
    };

    private static Command PathCommand(CliContext surroundings)
    {
        var path = new Command("path", "Print the path of your own settings file, which may not exist yet");
        path.SetAction(_ =>
        {
            surroundings.Output.WriteLine(ConfigurationReader.UserFile(surroundings.ReadEnvironment)
                ?? throw new UsageException("there is no home folder for a settings file: set HOME"));
            return ExitCode.Complete;
        });
        return path;
    }

    private static Command ShowCommand(CliContext surroundings)
    {
        var json = JsonOption.Create();
        var show = new Command("show", "Show every setting in effect and where it comes from; never a secret") { json };
        show.SetAction(
            parsed => Show(ConfigurationReader.Read(Layer.Empty, surroundings), parsed.GetValue(json), surroundings));
        return show;
    }

    private static int Show(Configuration settings, bool json, CliContext surroundings)
    {
        var document = ConfigDocument.From(settings);
        if (json)
            surroundings.Output.WriteLine(JsonSerializer.Serialize(document, CliJson.Readable.ConfigDocument));
        else
            Table.Write(
                surroundings,
                ["Setting", "Value", "From"],
                document.Settings.Select(value => new[] { value.Key, value.Value.Value ?? "", value.Value.Origin }));
        return settings.Problems.Count == 0 ? ExitCode.Complete : throw new UsageException(settings.Problems);
    }
}
