using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;
using Yttl.Core.Sources;

namespace Yttl.Cli.Commands;

internal static class SummarizeCommand
{
    public const string VerifyParallel = "--verify-parallel";

    public static Command Create(CliContext surroundings)
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
        var verify = new Option<bool>(VerifyParallel)
        {
            Description = "Run twice, one thing at a time and side by side, and compare; remembered work is not used",
        };
        command.Add(verify);
        command.SetAction((parsed, cancellationToken) =>
        {
            var requests = ListedCaptions.LeaveOut(
                [.. parsed.GetRequiredValue(sources).DistinctBy(Canonical).Select(source => new Request(source))],
                new Messages(surroundings.Error));
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var wanted = output.Read(parsed);
            if (!parsed.GetValue(verify))
                return SummaryRun.RunAsync(requests, configuration, wanted, surroundings, cancellationToken);
            if (wanted.Json || wanted.Open)
                throw new UsageException($"{VerifyParallel} compares and prints: leave out --json and --open");
            return VerifyRun.RunAsync(requests, configuration, wanted.Verbose, surroundings, cancellationToken);
        });
        return command;
    }

    private static string Canonical(string source) =>
        Source.TryParse(source, out var parsed, out _) ? parsed.ToString() : source;
}
