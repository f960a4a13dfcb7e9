using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Json;
using Yttl.Core.Languages;
using Yttl.Core.Measuring;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.Core.Sources.Sites;

namespace Yttl.Core.Audio;

/// <param name="Source">An <see cref="AudioSource"/>.</param>
/// <param name="Language">Preferred language among several audio streams; null selects the default stream.</param>
/// <param name="Attempt">From 0; incremented to decode audio again that was deleted since.</param>
public sealed record DecodeRequest(ArtifactRef Source, LanguageTag? Language, SilenceSettings Silence, int Attempt = 0);

/// <param name="Track">An <see cref="AudioTrack"/>; null where there is no audio to transcribe.</param>
/// <param name="Audio">Reference to the samples of that track; null where <paramref name="Track"/> is.</param>
/// <param name="Language">
/// Language of the decoded stream, where the site states it or the user chose the stream by it; null otherwise.
/// </param>
/// <param name="Failure">
/// <c>audio.none</c>, <c>audio.undecodable</c>, <c>audio.disk-full</c>, or the failure of the download; null where
/// <paramref name="Track"/> is set.
/// </param>
public sealed record DecodeOutcome(
    ArtifactRef? Track, AudioRef? Audio, LanguageTag? Language, IReadOnlyList<string> Notes, Failure? Failure) : IOutcome;

/// <summary>
/// Decodes a video's audio into the store and finds its silences. Downloads the audio of a video at a site first. A
/// concurrent request for the same video waits for this one, then downloads the audio again.
/// </summary>
/// <param name="decoders">
/// Number of ranges of a file to decode in parallel, where the file seeks exactly; at least 1.
/// </param>
public sealed class DecodeAudioStep(
    IAudioStore store,
    IArtifactStore artifacts,
    ProcessRunner runner,
    Toolset tools,
    YtDlpSettings settings,
    TimeProvider time,
    int decoders)
{
    // Bytes that stay free on the scratch disk for other uses.
    private const long Spare = 64 * 1024 * 1024;

    private readonly YtDlp _ytDlp = new(runner, tools, settings, time);
    private readonly FFprobe _ffprobe = new(runner, tools);
    private readonly AudioDecoder _decoder = new(runner, tools, decoders);

    /// <summary>Returns the free space of a folder's disk, in bytes.</summary>
    internal Func<string, long> Room { get; init; } = folder => new DriveInfo(folder).AvailableFreeSpace;

    /// <exception cref="YttlException">
    /// Transient: the site is unreachable or limits requests. Permanent failures are part of the outcome.
    /// </exception>
    public async Task<DecodeOutcome> RunAsync(DecodeRequest request, CancellationToken cancellationToken)
    {
        var source = await artifacts.ReadJsonAsync(request.Source, SourcesJson.Default.AudioSource, cancellationToken);
        try
        {
            var scratch = new ScratchFiles(store.ScratchFolder, AudioRef.KeyFor(source, request.Language), tools.Scratch);
            if (source.MediaPath is not null)
                return await DecodeAsync(source, request, scratch, mine: null, cancellationToken);
            await using var mine = await FileLock.TakeTemporaryAsync(scratch.Lock, time, cancellationToken);
            return await DecodeAsync(source, request, scratch, mine, cancellationToken);
        }
        catch (YttlException final) when (!final.Transient)
        {
            return new DecodeOutcome(null, null, null, [], final.Failure);
        }
    }

    /// <param name="mine">The lock of the download; null for a file of the user's.</param>
    private async Task<DecodeOutcome> DecodeAsync(
        AudioSource source,
        DecodeRequest request,
        ScratchFiles scratch,
        TemporaryLock? mine,
        CancellationToken cancellationToken)
    {
        try
        {
            CheckRoom(source.Duration);
            var path = mine is null ? source.MediaPath! : await DownloadAsync(source, scratch.Media, mine, cancellationToken);
            var streams = source.Streams ?? AudioStreams.In(await _ffprobe.ReadAsync(path, cancellationToken));
            var stream = AudioStream.Choose(streams, request.Language)
                ?? throw AudioFailures.None(source.MediaPath ?? source.Url!.AbsoluteUri);
            CheckRoom(stream.End);
            var decoded = await TrackedCall.RunAsync(
                TrackedCall.FFmpeg, () => _decoder.DecodeAsync(path, stream, scratch.Samples, cancellationToken));
            var outcome = await KeepAsync(source, request, stream, decoded, scratch, cancellationToken);
            scratch.DeleteMedia();
            return outcome;
        }
        catch (IOException full) when (DiskFull.IsCauseOf(full))
        {
            scratch.DeleteMedia();
            throw DiskFull.ForAudio(store.ScratchFolder, full);
        }
        catch (YttlException final) when (!final.Transient && final.Failure.Code is not YtDlp.TimeoutCode)
        {
            scratch.DeleteMedia();
            throw;
        }
        finally
        {
            scratch.DeleteSamples();
        }
    }

    private async Task<string> DownloadAsync(
        AudioSource source, string path, TemporaryLock mine, CancellationToken cancellationToken)
    {
        if (source.Url is null)
            throw AudioFailures.CaptionsAlone(source.Id);
        var page = Source.Parse(source.Url.AbsoluteUri);
        if (source.IsLive)
            throw SiteFailures.LiveNow.For(page);
        await _ytDlp.DownloadAudioAsync(page, path, mine, cancellationToken);
        return path;
    }

    private async Task<DecodeOutcome> KeepAsync(
        AudioSource source,
        DecodeRequest request,
        AudioStream stream,
        DecodedAudio decoded,
        ScratchFiles scratch,
        CancellationToken cancellationToken)
    {
        var audio = new AudioRef(AudioRef.KeyFor(source, request.Language), decoded.Samples);
        var (threshold, silences) = SilenceDetector.Find(decoded.Loudness, request.Silence);
        var track = new AudioTrack(
            audio, audio.Duration(), Clamped(silences, audio.Duration()), decoded.Lost, threshold, stream.Language);
        await store.KeepAsync(audio, scratch.Samples, cancellationToken);
        var stored = await artifacts.WriteJsonAsync(track, AudioJson.Default.AudioTrack, cancellationToken);
        return new DecodeOutcome(stored, audio, Vouched(source, request.Language, stream), Notes(decoded), null);
    }

    /// <summary>
    /// Returns a language that can be trusted: the one a file states for its streams is often wrong, except where the
    /// user chose the stream by it.
    /// </summary>
    private static LanguageTag? Vouched(AudioSource source, LanguageTag? wanted, AudioStream stream)
    {
        if (wanted is { } tag && stream.Language?.SharesLanguageWith(tag) is true)
            return stream.Language;
        return source.MediaPath is null ? source.Language : null;
    }

    private static List<string> Notes(DecodedAudio decoded) =>
    [
        .. decoded.Note is { } note ? [$"The audio is damaged: {note}."] : Array.Empty<string>(),
        .. decoded.Lost is [] ? Array.Empty<string>() : ["Parts of the audio are missing from the file: see the gaps."],
    ];

    /// <summary>
    /// The last loudness frame may be shorter than the others, so the last silence is cut to the track's end.
    /// </summary>
    private static IReadOnlyList<Silence> Clamped(IReadOnlyList<Silence> silences, TimeSpan duration) =>
        silences is [.., var last] && last.End > duration
            ? [.. silences.SkipLast(1), last with { End = duration }]
            : silences;

    private void CheckRoom(TimeSpan? duration)
    {
        var need = PcmFormat.SampleAt(duration ?? TimeSpan.Zero) * PcmFormat.BytesPerSample;
        if (duration is not null && Room(store.ScratchFolder) < need + Spare)
            throw DiskFull.ForAudio(store.ScratchFolder);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AudioTrack))]
[JsonSerializable(typeof(DecodeRequest))]
[JsonSerializable(typeof(DecodeOutcome))]
[JsonSerializable(typeof(DeleteAudioRequest))]
[JsonSerializable(typeof(PlainOutcome))]
public sealed partial class AudioJson : JsonSerializerContext;
