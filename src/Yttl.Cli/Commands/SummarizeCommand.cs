using System.CommandLine;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Core.Sources;

namespace Yttl.Cli.Commands;

internal static class SummarizeCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "An address of any site yt-dlp knows, a playlist, a media file or a caption file",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("summarize", "Summarise videos into reports; prints the paths of what it wrote")
        {
            sources,
        };
        var settings = new SettingOptions(command, SettingTable.Options);
        var output = new RunOutput(command);
        command.SetAction((parsed, cancellationToken) => SummaryRun.RunAsync(
            [.. parsed.GetRequiredValue(sources).DistinctBy(Canonical).Select(source => new Request(source))],
            ConfigurationReader.ReadValid(settings.Read(parsed), surroundings),
            output.Read(parsed),
            surroundings,
            cancellationToken));
        return command;
    }

    private static string Canonical(string source) =>
        Source.TryParse(source, out var parsed, out _) ? parsed.ToString() : source;
}
