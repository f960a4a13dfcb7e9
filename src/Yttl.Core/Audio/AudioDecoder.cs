using Microsoft.Win32.SafeHandles;
using Yttl.Core.Failures;
using Yttl.Core.Processes;

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

    private readonly RangeDecoder _ranges = new(runner, tools);

    /// <param name="path">Fully qualified.</param>
    /// <param name="target">Overwritten. What is in it after a failure is worth nothing.</param>
    /// <exception cref="YttlException"><c>audio.undecodable</c>, <c>audio.interrupted</c>, <c>tool.missing</c> and its like.</exception>
    /// <exception cref="IOException">The disk is full, or gone.</exception>
    public async Task<DecodedAudio> DecodeAsync(
        string path, AudioStream stream, string target, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(
            target, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, FileOptions.Asynchronous);
        var decoded = await InRangesAsync(path, stream, file, cancellationToken)
            ?? await _ranges.DecodeAsync(path, stream, DecodeRange.Whole, file, cancellationToken);
        if (WasStopped(decoded))
            throw AudioFailures.Interrupted(path, decoded.ExitCode);
        if (decoded.Samples is 0)
            throw AudioFailures.Undecodable(path, decoded.Log.Complaint ?? "ffmpeg found no sound in it");
        return Complete(decoded, stream, file);
    }

    /// <summary>
    /// What it wrote by then is sound, but not all. ffmpeg that is told to stop ends with 255, one that is killed with
    /// 128 and the signal's number; damage that it could not go on from it complains of.
    /// </summary>
    private static bool WasStopped(DecodedRange decoded) =>
        decoded.ExitCode is 255 or (> 128 and <= 159) || (decoded.ExitCode is not 0 && decoded.Log.Complaint is null);

    /// <returns>Null where the whole has to be decoded at once.</returns>
    private async Task<DecodedRange?> InRangesAsync(
        string path, AudioStream stream, SafeFileHandle file, CancellationToken cancellationToken)
    {
        if (DecodeRange.Split(stream, decoders) is not { Count: > 1 } ranges)
            return null;
        var parts = await Task.WhenAll(
            ranges.Select(range => _ranges.DecodeAsync(path, stream, range, file, cancellationToken)));
        if (parts.Zip(ranges).All(pair => pair.First.Fits(pair.Second, file)))
        {
            var loudness = Loudness.Join(parts.Select(part => part.Loudness));
            var samples = parts.Sum(part => part.Samples);
            return parts[^1] with { Samples = samples, Loudness = loudness, Ranges = parts.Length };
        }

        RandomAccess.SetLength(file, 0);
        return null;
    }

    /// <summary>Pads what is missing at the end, and up to a whole millisecond.</summary>
    private static DecodedAudio Complete(DecodedRange decoded, AudioStream stream, SafeFileHandle file)
    {
        var lost = HoleFinder.Find(decoded.Loudness, decoded.Log.Holes, stream.Start).ToList();
        var samples = Whole(decoded.Samples);
        var end = PcmFormat.TimeOf(samples);
        if (decoded.Log.Complaint is not null && stream.End is { } promised && promised - end > EndTolerance)
        {
            samples = Whole(PcmFormat.SampleAt(promised));
            lost.Add(new LostAudio(end, PcmFormat.TimeOf(samples), "The file ends here, before its time."));
        }

        RandomAccess.SetLength(file, samples * PcmFormat.BytesPerSample);
        return new DecodedAudio(
            samples, decoded.Loudness.PaddedTo(samples), lost, decoded.Log.Complaint, decoded.Ranges);
    }

    private static long Whole(long samples) =>
        (samples + SamplesPerMillisecond - 1) / SamplesPerMillisecond * SamplesPerMillisecond;
}
