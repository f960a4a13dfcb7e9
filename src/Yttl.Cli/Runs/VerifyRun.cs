using System.Globalization;
using Yttl.Cli.Screen;
using Yttl.Cli.Settings;
using Yttl.Core.Reports;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Storage;

namespace Yttl.Cli.Runs;

/// <summary><c>summarize --verify-parallel</c>: each source twice, and what differs.</summary>
internal static class VerifyRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<Request> requests,
        Configuration settings,
        bool verbose,
        Surroundings surroundings,
        CancellationToken cancellationToken)
    {
        var options = Composition.Options(settings);
        var host = Composition.Host(settings, surroundings.ReadEnvironment);
        var messages = new Messages(surroundings.Error);
        await using var summarizer = new VideoSummarizer(host);
        var check = new ParallelCheck(summarizer, new FileArtifactStore(host.Home), TimeProvider.System);
        var view = new LineView(messages, verbose);
        var paths = new PathLines(surroundings, silent: false);
        var isSame = true;
        var statuses = new List<RunStatus>();
        foreach (var request in requests)
        {
            var compared = await check.RunAsync(
                request.Source,
                options,
                withText: host.LanguageModel is null,
                new ViewedRun(request, view, paths.Add),
                cancellationToken);
            paths.Flush();
            foreach (var difference in compared.Differences)
                messages.Problem($"differs: {difference}");
            messages.Problem(Times(compared));
            isSame &= compared.Differences.Count == 0;
            statuses.AddRange(compared.Results.Select(result => result.Status));
        }

        return isSame ? ExitCode.Of(statuses) : ExitCode.Failed;
    }

    private static string Times(ParallelComparison compared) => string.Create(
        CultureInfo.InvariantCulture,
        $"one after another {compared.Sequential.TotalSeconds:0.00} s, side by side {compared.Parallel.TotalSeconds:0.00} s: "
        + $"{compared.Sequential / compared.Parallel:0.0} times as fast, {What(compared.Differences.Count)}");

    private static string What(int differences) => differences switch
    {
        0 => "and the same report",
        1 => "with 1 difference",
        _ => string.Create(CultureInfo.InvariantCulture, $"with {differences} differences"),
    };
}
