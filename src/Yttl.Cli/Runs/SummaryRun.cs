using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Settings;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>
/// The shared work of <c>summarize</c>, <c>batch</c> and <c>runs resume</c>: takes sources and settings, writes reports
/// and returns an exit code.
/// </summary>
internal static class SummaryRun
{
    /// <param name="refused">Results of sources that cannot be run.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<Request> requests,
        IReadOnlyList<VideoResult> refused,
        Configuration settings,
        SummarizeOptions options,
        Output output,
        CliContext surroundings,
        CancellationToken cancellationToken)
    {
        if (output.Open && !options.Formats.Contains(ReportFormat.Html))
            throw new UsageException("--open shows the HTML report: add html to --format");

        var messages = new Messages(surroundings);
        PerformanceReport.Check(settings.Get(PerformanceSettingTable.Report));
        var host = EngineSettings.Host(options, settings);
        if (requests.Count > 0)
            messages.Line(WriterLine.Format(host.LanguageModel, settings));
        await using var summarizer = new VideoSummarizer(host, new MessageLogger(messages, output.Verbose));
        var paths = new PathLines(surroundings, output.Json || output.Print);
        var artifacts = new FileArtifactStore(host.Home);
        SummaryResults results;
        try
        {
            results = await RunViews.ShowAsync(
                surroundings,
                messages,
                output.Verbose,
                view => new SummaryBatch(summarizer, options, EngineSettings.VideosAtOnce(settings), view)
                    .RunAsync(requests, paths.Add, cancellationToken));
            if (surroundings is { OutputIsScreen: true, IsQuiet: false } && output is { Json: false, Print: false }
                && results.Videos is [var only])
                await PrintedSummaries.WriteOverallAsync(only, artifacts, surroundings, cancellationToken);
        }
        finally
        {
            paths.Flush();
        }

        results = results with { Videos = [.. results.Videos, .. refused] };
        if (output.Print)
            await PrintedSummaries.WriteAsync(results.Videos, artifacts, surroundings, cancellationToken);
        if (output.Json)
            surroundings.Output.WriteLine(JsonSerializer.Serialize(
                ResultsDocument.From(results.Status, results.Videos, results.Lists), CliJson.Readable.ResultsDocument));
        if (output.Open)
            Browser.Open(results, messages);
        var report = new PerformanceReport(
            settings.Get(PerformanceSettingTable.Report), artifacts, surroundings);
        return await IsToldAsync(report, results.Videos, messages, output, cancellationToken)
            ? ExitCode.From(results.Status, [.. results.Videos.Select(video => video.Failure)])
            : ExitCode.Failed;
    }

    // An exception here must not end the command: --json would write a second document, for a failure that is not one
    // of the run.
    private static async Task<bool> IsToldAsync(
        PerformanceReport report,
        IReadOnlyList<VideoResult> results,
        Messages messages,
        Output output,
        CancellationToken cancellationToken)
    {
        try
        {
            await report.WriteAsync(results, cancellationToken);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            messages.Failure(ExceptionFailures.Exception(problem), place: null);
            if (output.Verbose)
                messages.Trace(problem);
            return false;
        }
    }
}
