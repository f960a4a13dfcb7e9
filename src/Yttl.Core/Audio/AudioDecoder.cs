using Microsoft.Win32.SafeHandles;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>What a file held.</summary>
/// <param name="Samples">A whole number of milliseconds of them.</param>
/// <param name="Note">What ffmpeg complained of; null for nothing.</param>
/// <param name="Ranges">How many decodes it is made of.</param>
internal sealed record DecodedAudio(
    long Samples, Loudness Loudness, IReadOnlyList<LostAudio> Lost, string? Note, int Ranges);

/// <summary>Decodes one stream of a local file into a file of samples, and measures it on the way.</summary>
/// <param name="decoders">Ranges decoded at once, where the file can be entered at any second; at least 1.</param>
internal sealed class AudioDecoder(ProcessRunner runner, Toolset tools, int decoders)
{
    private const long SamplesPerMillisecond = PcmFormat.SampleRate / 1000;

    /// <summary>Files are vague about their end: less than this is no loss.</summary>
    private static readonly TimeSpan EndTolerance = TimeSpan.FromSeconds(0.5);

    /// <param name="path">Fully qualified.</param>
    /// <param name="target">Overwritten. What is in it after a failure is worth nothing.</param>
    /// <exception cref="YttlException"><c>audio.undecodable</c>, <c>audio.interrupted</c>, <c>tool.missing</c> and its like.</exception>
    /// <exception cref="IOException">The disk is full, or gone.</exception>
    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioStream stream, string target, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(target, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        var parts = await DecodeRangesAsync(path, stream, file, cancellationToken);
        var log = DecodeLog.Join(parts.Select(part => part.Log));
        if (WasStopped(parts[^1]))
            throw AudioFailures.Interrupted(path, parts[^1].ExitCode);
        if (parts is [{ Samples: 0 }])
            throw AudioFailures.Undecodable(path, log.Complaint ?? "ffmpeg found no sound in it");
        return Complete(parts, log, stream, file);
    }

    /// <summary>
    /// What it wrote by then is sound, but not all. ffmpeg that is told to stop ends with 255, one that is killed with
    /// 128 and the signal's number; damage that it could not go on from it complains of.
    /// </summary>
    private static bool WasStopped(DecodedRange last) =>
        last.ExitCode is 255 or (> 128 and <= 159) || (last.ExitCode is not 0 && last.Log.Complaint is null);

    /// <returns>Those that make up the audio, in order.</returns>
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

    /// <summary>Pads what is missing at the end, and up to a whole millisecond.</summary>
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
            lost.Add(new LostAudio(end, PcmFormat.TimeOf(samples), "The file ends here, before its time."));
        }

        RandomAccess.SetLength(file, samples * PcmFormat.BytesPerSample);
        return new DecodedAudio(samples, loudness.PaddedTo(samples), lost, log.Complaint, parts.Count);
    }

    private static long Whole(long samples) =>
        (samples + SamplesPerMillisecond - 1) / SamplesPerMillisecond * SamplesPerMillisecond;
}
