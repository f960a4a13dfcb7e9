using Yttl.Core.Reports.Html;

namespace Yttl.Core.Reports;

/// <summary>A report in any of its formats. UTF-8 without a byte order mark, LF, streamed.</summary>
public static class ReportFile
{
    public static string Extension(ReportFormat format) => format switch
    {
        ReportFormat.Html => ".html",
        ReportFormat.Markdown => ".md",
        ReportFormat.Json => ".json",
        ReportFormat.SubRip => ".srt",
        ReportFormat.WebVtt => ".vtt",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <param name="folder">Where the file will lie, so that a page finds a recording near it; null embeds none.</param>
    public static async Task WriteAsync(
        Report report, ReportFormat format, string? folder, Stream output, CancellationToken cancellationToken)
    {
        if (format is ReportFormat.Json)
        {
            await JsonReport.WriteAsync(report, output, cancellationToken);
            return;
        }
        await PlainUtf8.WriteAsync(
            output, text => Write(report, format, folder, text, cancellationToken), cancellationToken);
    }

    private static void Write(
        Report report, ReportFormat format, string? folder, TextWriter output, CancellationToken cancellationToken)
    {
        switch (format)
        {
            case ReportFormat.Html:
                HtmlReport.Write(report, folder, output, cancellationToken);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(report, output, cancellationToken);
                break;
            case ReportFormat.SubRip:
                SubRipWriter.Write(report.Transcript.Cues, output);
                break;
            case ReportFormat.WebVtt:
                WebVttWriter.Write(report.Transcript.Cues, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }
}
