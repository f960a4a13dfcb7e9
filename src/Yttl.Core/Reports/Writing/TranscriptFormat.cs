using Yttl.Core.Captions;
using Yttl.Core.Reports.Formats;
using Yttl.Core.Sources;

namespace Yttl.Core.Reports.Writing;

/// <summary>A format of a transcript without summaries: its name and its writer, in one row.</summary>
public sealed class TranscriptFormat
{
    private readonly Func<Video, Transcript, Stream, CancellationToken, Task> _write;

    private TranscriptFormat(string name, Func<Video, Transcript, Stream, CancellationToken, Task> write) =>
        (Name, _write) = (name, write);

    public static TranscriptFormat Json { get; } = new(
        "json",
        (video, transcript, output, cancellationToken) => JsonReport.WriteAsync(
            new TranscriptDocument(ReportBuilder.Describe(video, transcript.Cues), ReportBuilder.Describe(transcript)),
            output,
            cancellationToken));

    public static TranscriptFormat SubRip { get; } = Text("srt", SubRipWriter.Write);

    public static TranscriptFormat WebVtt { get; } = Text("vtt", WebVttWriter.Write);

    public static TranscriptFormat PlainText { get; } = Text("txt", PlainTextTranscript.Write);

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<TranscriptFormat> All { get; } = [Json, SubRip, WebVtt, PlainText];

    /// <summary>The name in options; also the extension of its files, without the dot.</summary>
    public string Name { get; }

    /// <summary>UTF-8 without a byte order mark, LF.</summary>
    public Task WriteAsync(Video video, Transcript transcript, Stream output, CancellationToken cancellationToken) =>
        _write(video, transcript, output, cancellationToken);

    public override string ToString() => Name;

    private static TranscriptFormat Text(string name, Action<IEnumerable<Cue>, TextWriter> write) => new(
        name,
        (_, transcript, output, cancellationToken) =>
            PlainUtf8.WriteAsync(output, text => write(transcript.Cues, text), cancellationToken));
}
