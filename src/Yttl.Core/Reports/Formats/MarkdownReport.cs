using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Formats;

/// <summary>A report as Markdown, for notes, issue trackers and other programs.</summary>
internal sealed class MarkdownReport
{
    private readonly Report _report;
    private readonly TextWriter _output;

    private MarkdownReport(Report report, TextWriter output)
    {
        _report = report;
        _output = output;
    }

    public static void Write(Report report, TextWriter output, CancellationToken cancellationToken) =>
        new MarkdownReport(report, output).Write(cancellationToken);

    private void Write(CancellationToken cancellationToken)
    {
        Line($"# {MarkdownText.Escape(_report.Video.Title)}");
        WriteFacts();
        WriteGaps();
        Heading("## Summary");
        WriteSummary(_report.Overall.Summary, _report.Overall.Sentences, _report.Overall.Status);
        WriteMinutes();
        if (_report.Sentences().Any(sentence => sentence.Support is SourceSupport.Unchecked))
            Line($"\n*{ReportWords.Unchecked}*");
        WriteChapters();
        foreach (var hour in _report.Hours)
            WriteHour(hour);
        WriteList("## Removed", _report.Removed.Select(
            range => $"{Range(range.Start, range.End)} {MarkdownText.Escape(range.Category)}"));
        WriteList("## Notes", _report.Notes.Select(MarkdownText.Escape));
        WriteTranscript(cancellationToken);
    }

    private void WriteFacts()
    {
        Line();
        if (VideoLinks.Page(_report.Video.Url) is { } page)
            Line($"- {MarkdownText.Link(page.AbsoluteUri, page)}");
        if (_report.Video.Channel is { } channel)
            Line($"- Channel {MarkdownText.Escape(channel)}");
        if (_report.Video.Published is { } day)
            Line(string.Create(CultureInfo.InvariantCulture, $"- Published {day:yyyy-MM-dd}"));
        if (_report.Video.DurationSeconds is { } seconds)
            Line($"- Duration {Timestamp.Text(TimeSpan.FromSeconds(seconds))}");
        if (_report.Transcript.Language is { } language && !ReportWords.IsNamedByLanguage(_report.Transcript))
            Line($"- Language {MarkdownText.Escape(ReportWords.Name(language))}");
        Line($"- Transcript: {MarkdownText.Escape(ReportWords.Source(_report.Transcript))}");
        if (ReportWords.Coverage(_report.Transcript) is { } coverage)
            Line($"- {coverage}");
    }

    private void WriteGaps()
    {
        if (ReportWords.Headline(_report) is not { } headline)
            return;
        Line();
        Line($"> **{headline}**");
        foreach (var gaps in ReportWords.GapsByCause(_report))
        {
            var places = gaps.Select(gap => $"{Range(gap.Start, gap.End)} {ReportWords.Stage(gap.Stage)}");
            WriteReason(string.Join(", ", places), gaps.Key.Category, gaps.Key.Message);
        }

        foreach (var reason in ReportWords.FallbackReasons(_report))
            WriteReason("The speaker's own sentences", reason.Category, reason.Message);
    }

    private void WriteReason(string what, FailureCategory category, string message)
    {
        Line(">");
        Line($"> - {what}: {MarkdownText.Escape(message)} ({category.Name()})");
    }

    private void WriteChapters() => WriteList("## Chapters", _report.ListedChapters().Select(
        chapter => $"{Time(chapter.Start, Timestamp.Text(chapter.Start))} {MarkdownText.Escape(chapter.Title)}"));

    private void WriteHour(ReportHour hour)
    {
        Heading(string.Create(CultureInfo.InvariantCulture, $"## Hour {hour.Index + 1}, {Range(hour.Start, hour.End)}"));
        if (hour.Summary != _report.Overall.Summary)
            WriteSummary(hour.Summary, hour.Sentences, hour.Status);
        foreach (var segment in hour.Segments)
        {
            var title = segment.Title is { } text ? $"{MarkdownText.Escape(text)}, " : "";
            Heading($"### {title}{Range(segment.Start, segment.End)}");
            WriteSummary(segment.Summary, segment.Sentences, segment.Status);
            if (ReportWords.OwnReason(_report, segment) is { } failure)
                Line($"\n*{MarkdownText.Escape(failure.Message)} ({failure.Category.Name()})*");
        }
    }

    private void WriteSummary(string summary, IReadOnlyList<SourcedSentence> sentences, SummaryStatus status)
    {
        if (status is not SummaryStatus.Ok)
            Line($"\n*{ReportWords.Status(status)}*");
        foreach (var block in SourcedBlock.Parse(summary, sentences))
        {
            Line();
            foreach (var line in block.Lines)
                Line((block.IsList ? "- " : "") + string.Concat(line.Select(Words)));
        }
    }

    private void WriteMinutes()
    {
        foreach (var list in MinutesList.From(_report.Overall))
        {
            Heading($"### {list.Heading}");
            Line();
            if (list.Absent is { } absent)
                Line($"*{absent}*");
            foreach (var entry in list.Entries ?? [])
            {
                Line($"- {Words(entry.Sentence)}{(entry.Detail is { } detail ? $" — {MarkdownText.Escape(detail)}" : "")}"
                    + (entry.IsProposal ? $" — *{ReportWords.Proposed}*" : ""));
                if (entry.Answer is { } answer)
                    Line($"  - {ReportWords.Answered} {Words(answer)}");
            }
        }
    }

    private string Words(SourcedSentence sentence) => Words(new ProseSpan(sentence.Text, sentence));

    private string Words(ProseSpan span) => MarkdownText.EscapePart(span.Text) + Sources(span);

    /// <summary>Returns where a sentence is said, and what is not, in parentheses.</summary>
    private string Sources(ProseSpan span)
    {
        if (span.Sentence is not { } sentence)
            return "";
        string[] facts =
        [
            string.Join(", ", span.Places().Select(place => Time(place.Start, Timestamp.Text(place.Start)))),
            sentence.Support is SourceSupport.None ? ReportWords.NoSource : "",
            sentence.Doubts is [] ? "" : $"{ReportWords.NotHeard}: {string.Join(", ", sentence.Doubts.Select(MarkdownText.Escape))}",
        ];
        var shown = string.Join("; ", facts.Where(fact => fact.Length > 0));
        return shown.Length > 0 ? $" ({shown})" : "";
    }

    private void WriteList(string heading, IEnumerable<string> items)
    {
        var first = true;
        foreach (var item in items)
        {
            if (first)
            {
                Heading(heading);
                Line();
            }
            first = false;
            Line($"- {item}");
        }
    }

    private void WriteTranscript(CancellationToken cancellationToken)
    {
        if (_report.Transcript.Cues.Count == 0)
            return;
        Heading("## Transcript");
        foreach (var paragraph in TranscriptParagraph.Group(_report.Transcript.Cues))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Line();
            var speaker = paragraph.Speaker is { } name ? $"**{MarkdownText.Escape(name)}:** " : "";
            Line($"{Time(paragraph.Start, Timestamp.Text(paragraph.Start))} {speaker}{MarkdownText.Escape(paragraph.Text)}");
        }
    }

    private string Range(TimeSpan start, TimeSpan end) => Time(start, new TimeRange(start, end).ToString());

    private string Time(TimeSpan at, string text) =>
        MarkdownText.Link(text, VideoLinks.At(_report.Video.Url, _report.Video.Extractor, at));

    private void Heading(string text) => Line('\n' + text);

    private void Line(string text = "")
    {
        _output.Write(text);
        _output.Write('\n');
    }
}
