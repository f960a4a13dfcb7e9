using Yttl.Core.Processes;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Results;
using Yttl.LocalEngine.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.LocalEngine.Specs.Documents;

/// <summary>The code in <c>docs/library.md</c>, so that it compiles and runs.</summary>
internal static class LibraryExample
{
    public static async Task<IReadOnlyList<VideoResult>> RunAsync(
        string source, string folder, CancellationToken cancellationToken)
    {
        // begin
        var settings = new HostSettings(
            Home: Path.Combine(folder, "home"),             // runs, finished work, models
            new Toolset(),                                  // ffmpeg, ffprobe and yt-dlp on PATH
            new YtDlpSettings(),
            LanguageModel: null);                           // the speaker's own sentences; nothing leaves the machine

        await using var summarizer = new VideoSummarizer(settings);
        var results = await summarizer.SummarizeAsync(
            source,
            new SummarizeOptions { OutputFolder = folder, Formats = [ReportFormat.Html, ReportFormat.Json] },
            new Progress<RunUpdate>(update => Console.Error.WriteLine(update.Progress)),
            cancellationToken);

        foreach (var video in results)
            Console.WriteLine($"{video.Status}: {video.Title}, {video.Gaps} gaps: {string.Join(", ", video.Files)}");
        // end
        return results;
    }
}
