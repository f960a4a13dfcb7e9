using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Yttl.Core.Json;
using Yttl.Core.Reports.Formats;
using Yttl.Core.Reports.Html;

namespace Yttl.Core.Reports.Writing;

/// <summary>A format of a report: its name, its extension, its content type and its writer, in one row.</summary>
[JsonConverter(typeof(TextConverter<ReportFormat>))]
public sealed class ReportFormat : IParsable<ReportFormat>
{
    private readonly Func<Report, string?, Stream, CancellationToken, Task> _write;

    private ReportFormat(string name, string mediaType, Func<Report, string?, Stream, CancellationToken, Task> write)
    {
        Name = name;
        ContentType = mediaType + "; charset=utf-8";
        _write = write;
    }

    public static ReportFormat Html { get; } = Text("html", "text/html", HtmlReport.Write);

    public static ReportFormat Markdown { get; } = Text(
        "md", "text/markdown", (report, _, output, cancellationToken) => MarkdownReport.Write(report, output, cancellationToken));

    public static ReportFormat Json { get; } = new(
        "json",
        "application/json",
        (report, _, output, cancellationToken) => JsonReport.WriteAsync(report, output, cancellationToken));

    public static ReportFormat SubRip { get; } = Text(
        "srt", "application/x-subrip", (report, _, output, _) => SubRipWriter.Write(report.Transcript.Cues, output));

    public static ReportFormat WebVtt { get; } = Text(
        "vtt", "text/vtt", (report, _, output, _) => WebVttWriter.Write(report.Transcript.Cues, output));

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [Html, Markdown, Json, SubRip, WebVtt];

    /// <summary>The name in options, JSON and addresses; also the extension of its files, without the dot.</summary>
    public string Name { get; }

    public string ContentType { get; }

    /// <summary>Whether it has the transcript and nothing else.</summary>
    public bool IsTranscript => this == SubRip || this == WebVtt;

    public static ReportFormat Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var format) ? format : throw new FormatException($"'{s}' is no format of a report");

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ReportFormat result)
    {
        result = All.FirstOrDefault(format => format.Name.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }

    /// <summary>UTF-8 without a byte order mark, LF, streamed.</summary>
    /// <param name="folder">
    /// The folder of the file, which the path to a recording is relative to; null embeds no recording.
    /// </param>
    public Task WriteAsync(Report report, string? folder, Stream output, CancellationToken cancellationToken) =>
        _write(report, folder, output, cancellationToken);

    public override string ToString() => Name;

    private static ReportFormat Text(
        string name, string mediaType, Action<Report, string?, TextWriter, CancellationToken> write) => new(
            name,
            mediaType,
            (report, folder, output, cancellationToken) => PlainUtf8.WriteAsync(
                output, text => write(report, folder, text, cancellationToken), cancellationToken));
}
