using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Stitching;
using Yttl.Core.Summaries;

namespace Yttl.Benchmarks.Micro;

/// <summary>A talk of whole hours in every form that the pure parts take it in, the same each time.</summary>
internal sealed class MicroTalk(int hours)
{
    private const int CuesPerHour = 900;

    /// <summary>As of a hosted recogniser: https://developers.openai.com/docs/guides/speech-to-text.</summary>
    public static readonly RecognizerProfile Recognizer = new(
        MaxBytes: 25_000_000,
        MaxLength: TimeSpan.FromSeconds(1400),
        BytesPerSecond: 4_500,
        CallOverhead: TimeSpan.FromSeconds(1),
        WindowCost: TimeSpan.FromSeconds(0.9),
        MemoryPerSecond: 16_000);

    public static readonly ChunkCapacity Capacity = new(Workers: 4, MemoryPerWorker: 512_000_000);

    public TimeSpan Length { get; } = TimeSpan.FromHours(hours);

    public IReadOnlyList<Cue> Cues { get; } =
        [.. SyntheticTalk.Cues(TimeSpan.FromHours(hours), hours * CuesPerHour)];

    public IReadOnlyList<Hour> Sections() => SegmentPlan.Divide(
        Transcript.FromCues(Cues, LanguageTag.Parse("en", null), TranscriptSource.CaptionFile, null),
        new SegmentedVideo(Length, [], HasClock: true), [], SectionOptions.Default);

    /// <summary>Sentences of one to nine seconds, and pauses of half a second to one and a half.</summary>
    public AudioTrack Track()
    {
        var random = new Random(1714);
        var silences = new List<Silence>();
        for (var at = TimeSpan.Zero; at < Length; at = silences[^1].End)
        {
            var start = at + TimeSpan.FromMilliseconds(random.Next(1000, 9000));
            var end = start + TimeSpan.FromMilliseconds(random.Next(500, 1500));
            silences.Add(new Silence(start, end, Depth: random.Next(1, 20)));
        }

        silences.RemoveAll(silence => silence.End > Length);
        return new AudioTrack(
            new AudioRef(new string('0', 64), PcmFormat.SampleAt(Length)), Length, silences, [], -40, Language: null);
    }

    /// <summary>Each cue as a phrase of words, in every chunk that hears it.</summary>
    public IReadOnlyList<ChunkResult> Heard(ChunkPlan plan) =>
    [
        .. plan.Chunks.Select(chunk => new ChunkResult(
            new ChunkTranscript(
                chunk.Index, null,
                [.. Cues.Where(cue => cue.Start >= chunk.AudioStart && cue.End <= chunk.AudioEnd).Select(Phrase)],
                TimesAreApproximate: false),
            Failure: null)),
    ];

    public Report Report()
    {
        var hours = Sections()
            .Select(hour => new HourRef(
                hour.Index, hour.Range.Start, hour.Range.End, [.. hour.Segments.Select(Reference)]))
            .ToList();
        var text = string.Join(' ', Cues.Take(8).Select(cue => cue.Text));
        var summary = new SummarizedPart(SummaryStatus.Ok, new Summary(text), null);
        var video = new Video { Id = "talk", Title = "A talk", Extractor = "captions", Duration = Length };
        return ReportBuilder.Build(new ReportParts(
            video,
            Transcript.FromCues(Cues, null, TranscriptSource.CaptionFile, null),
            hours,
            [.. hours.SelectMany(hour => hour.Segments).Select(_ => summary)],
            [.. hours.Select(_ => summary)],
            summary,
            Removed: [],
            Notes: []));
    }

    private static SegmentRef Reference(Segment segment) =>
        new(segment.Index, segment.Range.Start, segment.Range.End, Text: null);

    private static SpokenPhrase Phrase(Cue cue)
    {
        var words = cue.Text.Split(' ');
        var each = (cue.End - cue.Start) / words.Length;
        return new SpokenPhrase(cue.Start, cue.End, cue.Text,
            [.. words.Select((word, i) => new SpokenWord(cue.Start + i * each, cue.Start + (i + 1) * each, word))]);
    }
}
