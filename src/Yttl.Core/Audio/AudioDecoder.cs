using Microsoft.Win32.SafeHandles;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>The result of decoding one audio stream.</summary>
/// <param name="Samples">Number of samples: a whole number of milliseconds.</param>
/// <param name="Note">The first error that ffmpeg reported; null where it reported none.</param>
/// <param name="Ranges">Number of ranges that the audio was decoded in.</param>
internal sealed record DecodedAudio(
    long Samples, Loudness Loudness, IReadOnlyList<LostAudio> Lost, string? Note, int Ranges);

/// <summary>Decodes one stream of a local file into a file of samples and measures its loudness meanwhile.</summary>
/// <param name="decoders">Number of ranges to decode in parallel where the file seeks exactly; at least 1.</param>
internal sealed class AudioDecoder(ProcessRunner runner, Toolset tools, int decoders)
{
    private const long SamplesPerMillisecond = PcmFormat.SampleRate / 1000;

    /// <summary>Containers state their end imprecisely: a shorter difference is not a loss.</summary>
    private static readonly TimeSpan EndTolerance = TimeSpan.FromSeconds(0.5);

    /// <param name="path">Fully qualified.</param>
    /// <param name="target">Overwritten. Its content is undefined after a failure.</param>
    /// <exception cref="YttlException">
    /// <c>audio.undecodable</c>, <c>audio.interrupted</c>, <c>tool.missing</c> and other tool failures.
    /// </exception>
    /// <exception cref="IOException">The disk is full or unavailable.</exception>
    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioStream stream, string target, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(target, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        var parts = await DecodeRangesAsync(path, stream, file, cancellationToken);
        var log = DecodeLog.Join(parts.Select(part => part.Log));
        if (WasStopped(parts[^1]))
            throw AudioFailures.Interrupted(path, parts[^1].ExitCode);
        if (parts is [{ Samples: 0 }])
            throw AudioFailures.Undecodable(path, log.Complaint ?? "ffmpeg found no audio in it");
        return Complete(parts, log, stream, file);
    }

    /// <summary>
    /// True where ffmpeg was stopped: what it wrote is valid but incomplete. ffmpeg exits with 255 when asked to stop,
    /// and with 128 plus the signal's number when killed. Where damage ends the decoding, it reports an error.
    /// </summary>
    private static bool WasStopped(DecodedRange last) =>
        last.ExitCode is 255 or (> 128 and <= 159) || (last.ExitCode is not 0 && last.Log.Complaint is null);

    /// <returns>The decoded ranges that make up the audio, in order.</returns>
    private async Task<IReadOnlyList<DecodedRange>> DecodeRangesAsync(
        string path, AudioStream stream, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var running = new List<RangeDecoder>();
        foreach (var range in DecodeRange.Split(stream, decoders).Reverse())
            running.Add(new RangeDecoder(runner, tools, range, running.LastOrDefault()));
        running.ForEach(decoder => decoder.Start(path, stream, file, cancellationToken));
        try
        {
            var parts = new List<DecodedRange>();
            for (var decoder = running[^1]; decoder is not null; decoder = parts[^1].Next)
                parts.Add(await decoder.Done);
            return parts;
        }
        finally
        {
            foreach (var decoder in running.AsEnumerable().Reverse())
                await decoder.DisposeAsync();
        }
    }

    /// <summary>Pads the missing end of the audio, and rounds it up to a whole millisecond.</summary>
    private static DecodedAudio Complete(
        IReadOnlyList<DecodedRange> parts, DecodeLog log, AudioStream stream, SafeFileHandle file)
    {
        var loudness = Loudness.Join(parts.Select(part => part.Loudness));
        var lost = HoleFinder.Find(loudness, log.Holes, stream.Start).ToList();
        var samples = Whole(parts.Sum(part => part.Samples));
        var end = PcmFormat.TimeOf(samples);
        if (log.Complaint is not null && stream.End is { } promised && promised - end > EndTolerance)
        {
            samples = Whole(PcmFormat.SampleAt(promised));
            lost.Add(new LostAudio(end, PcmFormat.TimeOf(samples), "The file ends here, before its stated duration."));
        }

        RandomAccess.SetLength(file, samples * PcmFormat.BytesPerSample);
        return new DecodedAudio(samples, loudness.PaddedTo(samples), lost, log.Complaint, parts.Count);
    }

    private static long Whole(long samples) =>
        (samples + SamplesPerMillisecond - 1) / SamplesPerMillisecond * SamplesPerMillisecond;
}
