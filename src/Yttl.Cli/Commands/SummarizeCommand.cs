using System.CommandLine;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
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
            Description = "A URL from any site yt-dlp supports, a playlist, a media or caption file, a folder of them, "
                + "or - for captions from stdin",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("summarize", "Summarise videos, files and playlists into reports, and print their paths")
        {
            sources,
        };
        var settings = new SettingOptions(command, SettingTable.Options);
        var output = new RunOutput(command);
        var verify = new Option<bool>(VerifyParallel)
        {
            Description = "Run sequentially and in parallel, without cached work, and compare",
        };
        command.Add(verify);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var wanted = output.Read(parsed);
            var options = EngineSettings.Options(configuration);
            var requests = await RequestsAsync(
                parsed.GetRequiredValue(sources), EngineSettings.Home(configuration), surroundings, cancellationToken);
            if (options.Title is not null && requests.Count > 1)
                throw new UsageException($"{SettingTable.Title.Flag} is the title of one source, and {requests.Count} are given");
            if (!parsed.GetValue(verify))
                return await SummaryRun.RunAsync(requests, [], configuration, options, wanted, surroundings, cancellationToken);
            if (wanted is not { Json: false, Open: false, Print: false })
                throw new UsageException($"{VerifyParallel} compares and prints: leave out --json, --open and --print");
            return await VerifyRun.RunAsync(requests, configuration, wanted.Verbose, surroundings, cancellationToken);
        });
        return command;
    }

    /// <summary>Each source once; what is piped is read before anything is started.</summary>
    private static async Task<IReadOnlyList<Request>> RequestsAsync(
        string[] sources, string home, CliContext surroundings, CancellationToken cancellationToken)
    {
        var requests = new List<Request>();
        foreach (var source in sources.DistinctBy(Canonical))
            requests.Add(await PipedSource.ResolveAsync(new Request(source), home, surroundings, cancellationToken));
        return ListedCaptions.LeaveOut(requests, new Messages(surroundings));
    }

    private static string Canonical(string source) =>
        Source.TryParse(source, out var parsed, out _) ? parsed.ToString() : source;
}
