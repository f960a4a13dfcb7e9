using System.Globalization;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Terminal;
using Yttl.Core.Artifacts;
using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Settings;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>
/// <c>summarize --verify-parallel</c>: runs each source sequentially and in parallel, and shows the times and what differs.
/// </summary>
internal static class VerifyRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<Request> requests,
        Configuration settings,
        bool verbose,
        CliContext surroundings,
        CancellationToken cancellationToken)
    {
        var options = EngineSettings.Options(settings);
        PerformanceReport.Check(settings.Get(PerformanceSettingTable.Report));
        var host = EngineSettings.Host(options, settings);
        var messages = new Messages(surroundings);
        messages.Line(WriterLine.Format(host.LanguageModel, settings));
        await using var summarizer = new VideoSummarizer(host);
        var artifacts = new FileArtifactStore(host.Home);
        var check = new ParallelCheck(summarizer, artifacts, TimeProvider.System);
        var view = new LineView(messages, verbose, TimeProvider.System);
        var paths = new PathLines(surroundings, silent: false);
        var isSame = true;
        var statuses = new List<RunStatus>();
        foreach (var request in requests)
        {
            var compared = await check.RunAsync(
                request.Source,
                options,
                withText: host.LanguageModel is null,
                new RunProgressAdapter(request, view, paths.Add),
                cancellationToken);
            paths.Flush();
            foreach (var difference in compared.Differences)
                messages.Problem($"differs: {difference}");
            messages.Problem(Times(compared));
            foreach (var result in compared.Results)
                await MeasuredAsync(result, artifacts, messages, cancellationToken);
            isSame &= compared.Differences.Count == 0;
            statuses.AddRange(compared.Results.Select(result => result.Status));
        }

        return isSame ? ExitCode.From(statuses.Together()) : ExitCode.Failed;
    }

    private static string Times(ParallelComparison compared) => string.Create(
        CultureInfo.InvariantCulture,
        $"sequential {compared.Sequential.TotalSeconds:0.00} s, parallel {compared.Parallel.TotalSeconds:0.00} s"
        + $"{(compared.Rounds > 1 ? $" (the faster of {compared.Rounds} runs each)" : "")}: "
        + $"speed-up {compared.Speedup:0.0} times, {What(compared.Differences.Count)}");

    /// <summary>
    /// Writes the figures of the parallel run beside the two times, without those that estimate them: the sequential time
    /// and the speed-up are measured here.
    /// </summary>
    private static async Task MeasuredAsync(
        VideoResult result, FileArtifactStore artifacts, Messages messages, CancellationToken cancellationToken)
    {
        if (result.Report is not { } report
            || (await artifacts.ReadJsonAsync(report, ReportsJson.Default.Report, cancellationToken)).Performance is not { } measured)
            return;
        var facts = PerformanceFacts.Of(measured with { SequentialEquivalentSeconds = null, Speedup = null })
            .Where(fact => fact.Name is not ("Segments" or "Total time"));
        messages.Problem("the parallel run: "
            + string.Join(", ", facts.Select(fact => $"{fact.Name.ToLowerInvariant()} {fact.Value}")));
    }

    private static string What(int differences) => differences switch
    {
        0 => "and the same report",
        1 => "with 1 difference",
        _ => string.Create(CultureInfo.InvariantCulture, $"with {differences} differences"),
    };
}
