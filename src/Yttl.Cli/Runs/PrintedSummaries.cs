using System.Text;
using Yttl.Cli.Terminal;
using Yttl.Core.Artifacts;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary>The summaries themselves on stdout.</summary>
internal static class PrintedSummaries
{
    /// <summary>In columns: longer lines are hard to read.</summary>
    private const int WidestText = 100;

    /// <summary>Writes the overall summary of one video for a reader at a terminal, above the paths of its reports.</summary>
    public static async Task WriteOverallAsync(
        VideoResult result, IArtifactStore artifacts, CliContext surroundings, CancellationToken cancellationToken)
    {
        if (result.Report is not { } reference || !result.Status.HasReport())
            return;
        var report = await artifacts.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        var width = Math.Min(surroundings.OutputWidth, WidestText);
        await surroundings.Output.WriteLineAsync();
        foreach (var line in OverallLines(report.Overall).SelectMany(line => TextWrap.Lines(SafeText.Line(line), width)))
            await surroundings.Output.WriteLineAsync(line);
        await surroundings.Output.WriteLineAsync();
    }

    private static IEnumerable<string> OverallLines(ReportSummary overall) =>
    [
        .. overall.Summary.Split('\n'),
        .. MinutesList.From(overall).SelectMany(list => (IEnumerable<string>)
        [
            "",
            list.Heading,
            .. list.Absent is { } absent ? [absent] : Array.Empty<string>(),
            .. (list.Entries ?? []).Select(entry => $"- {entry.Sentence.Text}{(entry.Detail is { } detail ? $" ({detail})" : "")}"),
        ]),
    ];

    /// <summary><c>--print</c>: the summaries as Markdown, with the paths of their reports on stderr.</summary>
    public static async Task WriteAsync(
        IEnumerable<VideoResult> results, IArtifactStore artifacts, CliContext surroundings, CancellationToken cancellationToken)
    {
        var messages = new Messages(surroundings);
        var isFirst = true;
        foreach (var result in results)
        {
            foreach (var file in result.Files)
                messages.Line(file);
            if (result.Report is not { } reference)
                continue;
            if (!isFirst)
                await surroundings.Output.WriteLineAsync();
            isFirst = false;
            await surroundings.Output.WriteAsync(await MarkdownAsync(reference, artifacts, cancellationToken));
        }
    }

    private static async Task<string> MarkdownAsync(
        ArtifactRef reference, IArtifactStore artifacts, CancellationToken cancellationToken)
    {
        var report = await artifacts.ReadJsonAsync(reference, ReportsJson.Default.Report, cancellationToken);
        using var text = new MemoryStream();
        await ReportFormat.Markdown.WriteAsync(report.WithoutTranscript(), folder: null, text, cancellationToken);
        return Printable(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
    }

    /// <summary>Titles and summaries are untrusted: no line may steer the terminal.</summary>
    private static string Printable(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line[..^line.TrimStart(' ').Length] + SafeText.Line(line)));
}
