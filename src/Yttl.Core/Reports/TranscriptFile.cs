using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Sources;

namespace Yttl.Core.Reports;

/// <summary>A transcript without summaries, in any of its formats. UTF-8 without a byte order mark, LF.</summary>
public static class TranscriptFile
{
    public static async Task WriteAsync(
        Video video, Transcript transcript, TranscriptFormat format, Stream output, CancellationToken cancellationToken)
    {
        if (format is TranscriptFormat.Json)
        {
            var document = new TranscriptDocument(ReportBuilder.Describe(video), ReportBuilder.Describe(transcript));
            await JsonReport.WriteAsync(document, output, cancellationToken);
            return;
        }
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        Write(transcript.Cues, format, text);
        await text.FlushAsync(cancellationToken);
    }

    private static void Write(IReadOnlyList<Cue> cues, TranscriptFormat format, TextWriter output)
    {
        switch (format)
        {
            case TranscriptFormat.SubRip:
                SubRipWriter.Write(cues, output);
                break;
            case TranscriptFormat.WebVtt:
                WebVttWriter.Write(cues, output);
                break;
            case TranscriptFormat.PlainText:
                PlainTextTranscript.Write(cues, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, null);
        }
    }
}
