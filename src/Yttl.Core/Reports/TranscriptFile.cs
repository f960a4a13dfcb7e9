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
        await PlainUtf8.WriteAsync(output, text => Write(transcript.Cues, format, text), cancellationToken);
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
