using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Speakers;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Time;

namespace Yttl.Core.Speech.Stitching;

/// <summary>Joins the transcripts of all chunks to one, with every word once.</summary>
internal static class Stitcher
{
    /// <param name="results">The results of the plan's chunks, in order.</param>
    /// <param name="language">The detected language. Null: the language of most of the speech.</param>
    /// <param name="provider">The recogniser, for people.</param>
    /// <returns>
    /// The transcript, without cues where there is no speech or nothing was recognised, and the cuts around which words
    /// may stand twice.
    /// </returns>
    public static (Transcript Transcript, IReadOnlyList<TimeSpan> Ambiguous) Stitch(
        AudioTrack track, ChunkPlan plan, IReadOnlyList<ChunkResult> results, LanguageTag? language, string provider)
    {
        var (phrases, ambiguous) = Phrases(plan, results);
        var transcript = Transcript.FromCues(
            SpeakerLabels.Take(CueSegmenter.From(phrases)), language ?? Majority(plan, results), TranscriptSource.Whisper, provider);
        return (transcript with { Coverage = Coverage(track, plan, results, LoopedCues.Find(transcript.Cues)) }, ambiguous);
    }

    /// <summary>Returns the phrases of all chunks, with overlaps resolved.</summary>
    /// <returns>The phrases, and the cuts around which words may stand twice (<see cref="Seam.Join"/>).</returns>
    public static (IReadOnlyList<SpokenPhrase> Phrases, IReadOnlyList<TimeSpan> Ambiguous) Phrases(
        ChunkPlan plan, IReadOnlyList<ChunkResult> results)
    {
        var all = new List<SpokenPhrase>();
        var ambiguous = new List<TimeSpan>();
        (Chunk Chunk, ChunkTranscript Transcript)? last = null;
        foreach (var (chunk, transcript) in plan.Chunks.Zip(ChunkSpeakers.Apart([.. results.Select(one => one.Transcript)])))
        {
            if (transcript is not { Phrases.Count: > 0 })
                continue;
            if (last is not { } left)
                all.AddRange(transcript.Phrases);
            else if (Between(left.Chunk, chunk, !left.Transcript.TimesAreApproximate && !transcript.TimesAreApproximate)
                is var seam && seam.Join(all, transcript.Phrases))
                ambiguous.Add(seam.Cut);
            ambiguous.AddRange(transcript.AmbiguousCuts ?? []);
            last = (chunk, transcript);
        }

        return (all, ambiguous);
    }

    private static Seam Between(Chunk left, Chunk right, bool hasTimes) => new(
        new TimeRange(left.AudioStart, left.AudioEnd), new TimeRange(right.AudioStart, right.AudioEnd),
        left.End + (right.Start - left.End) / 2, hasTimes);

    private static SpeechCoverage Coverage(
        AudioTrack track, ChunkPlan plan, IReadOnlyList<ChunkResult> results, IReadOnlyList<TranscriptGap> loops)
    {
        var lost = track.Lost.Select(one => new TimeRange(one.Start, one.End));
        var silent = track.Silences.Select(silence => new TimeRange(silence.Start, silence.End));
        var speech = TimeRanges.Subtract([new TimeRange(TimeSpan.Zero, track.Duration)], [.. silent, .. lost]);
        var failed = plan.Chunks.Zip(results).Where(pair => pair.Second.Failure is not null)
            .Select(pair => (pair.First, Failure: pair.Second.Failure!)).ToList();
        var covered = TimeRanges.Intersect(speech, plan.Chunks.Zip(results)
            .Where(pair => pair.Second.Failure is null)
            .Select(pair => new TimeRange(pair.First.Start, pair.First.End)));
        var coverage = new SpeechCoverage(TimeRanges.TotalLength(speech), TimeSpan.Zero,
        [
            .. failed.Select(one => new TranscriptGap(one.First.Start, one.First.End, "transcription", one.Failure))
                .Concat(track.Lost.Select(one => new TranscriptGap(one.Start, one.End, "audio",
                    new Failure(FailureCategory.Processing, "audio.lost", one.Reason)))),
        ]);
        return coverage.With(loops, covered);
    }

    /// <summary>
    /// Returns the language of most of the speech by duration, so that a wrong language of a short tail does not count
    /// as much as an hour.
    /// </summary>
    private static LanguageTag? Majority(ChunkPlan plan, IReadOnlyList<ChunkResult> results) => plan.Chunks.Zip(results)
        .Where(pair => pair.Second.Transcript?.Language is not null)
        .GroupBy(pair => pair.Second.Transcript!.Language!.Value)
        .OrderByDescending(group => group.Sum(pair => pair.First.Speech.Ticks))
        .Select(group => (LanguageTag?)group.Key)
        .FirstOrDefault();
}
