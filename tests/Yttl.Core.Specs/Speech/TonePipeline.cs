using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Speech;
using Yttl.Core.Speech.Calls;
using Yttl.Core.Speech.Steps;
using Yttl.Core.Speech.Stitching;
using Yttl.TestKit;
using Yttl.TestKit.Tones;

namespace Yttl.Core.Specs.Speech;

/// <summary>A talk in tone speech, cut by hand, on its way through the real steps to a transcript.</summary>
internal sealed class TonePipeline : IAsyncDisposable
{
    public const string Key = "sk-very-secret-0123456789";

    private readonly InMemoryArtifactStore _store = new();
    private readonly InMemoryAudioStore _audio = new();
    private readonly OpenAiSpeechToText _recogniser;
    private readonly ChunkEncoder _encoder;

    public TonePipeline(
        LoopbackRecognizer server, ToneTalk talk, SpeechEncoding encoding = SpeechEncoding.Wav,
        RecognizerProfile? limits = null, TimeProvider? time = null, RetrySettings? retry = null)
    {
        Talk = talk;
        Audio = new AudioRef(new string('a', 64), PcmFormat.SampleAt(talk.Duration));
        _audio.Keep(Audio, talk.ToPcm());
        var settings = new SpeechSettings(
            "openai", server.BaseUrl, "whisper-1", Key, 2, retry ?? new RetrySettings(3, TimeSpan.Zero));
        _recogniser = new OpenAiSpeechToText(
            settings,
            time ?? new ManualTime(),
            ProviderConnection.CreateHttpClient(settings.AnswerBounds, TimeProvider.System),
            () => 0);
        _encoder = new ChunkEncoder(
            encoding, limits ?? settings.Profile with { MaxBytes = 1 << 28, MaxLength = TimeSpan.FromHours(2) },
            new ProcessRunner(), new Toolset());
    }

    public ToneTalk Talk { get; }

    public AudioRef Audio { get; }

    /// <summary>Equal chunks, whatever is said at their ends, each with a margin.</summary>
    public ChunkPlan Cut(double margin, params double[] cuts)
    {
        var reason = new Cut(margin > 0 ? CutReason.NoSilence : CutReason.Silence, TimeSpan.Zero, 0);
        double[] edges = [0, .. cuts, Talk.Duration.TotalSeconds];
        var chunks = edges.Zip(edges.Skip(1)).Select((core, i) => new Chunk(
            i, Seconds(core.First), Seconds(core.Second),
            Seconds(Math.Max(0, core.First - (i == 0 ? 0 : margin))),
            Seconds(Math.Min(edges[^1], core.Second + margin)),
            Seconds(core.Second - core.First), reason, reason));
        return new ChunkPlan(
            ChunkStrategy.Adaptive, [.. chunks], [], Talk.Duration, Talk.Duration, 2, TimeSpan.Zero, "", null);
    }

    public async Task<ChunkOutcome> TranscribeAsync(ChunkPlan plan, int chunk = 0, LanguageTag? language = null)
    {
        var reference = await _store.WriteJsonAsync(plan, ChunkingJson.Default.ChunkPlan, CancellationToken.None);
        var step = new TranscribeChunkStep(_audio, _store, _recogniser, _encoder);
        return await step.RunAsync(
            new TranscribeChunkRequest(Audio, reference, chunk, language, new SpeechModel("openai", "whisper-1")),
            CancellationToken.None);
    }

    public Task<DetectLanguageOutcome> DetectAsync(double from) =>
        new DetectLanguageStep(_audio, _recogniser, _encoder).RunAsync(
            new DetectLanguageRequest(Audio, Seconds(from), new SpeechModel("openai", "whisper-1")),
            CancellationToken.None);

    public Task DeleteAudioAsync() => _audio.DeleteAsync(Audio, CancellationToken.None);

    public Task<ChunkTranscript> TranscriptOf(ChunkOutcome outcome) => _store.ReadJsonAsync(
        outcome.Transcript.ShouldNotBeNull(), SpeechJson.Default.ChunkTranscript, CancellationToken.None);

    /// <summary>Every word of the transcript of the whole plan, with its time.</summary>
    public async Task<IReadOnlyList<SpokenWord>> HearAllAsync(ChunkPlan plan) =>
        [.. (await HearPhrasesAsync(plan)).SelectMany(phrase => phrase.Words)];

    /// <summary>The phrases of the transcript of the whole plan.</summary>
    public async Task<IReadOnlyList<SpokenPhrase>> HearPhrasesAsync(ChunkPlan plan)
    {
        var heard = new ChunkResult[plan.Chunks.Count];
        await Parallel.ForAsync(0, heard.Length, async (i, _) =>
        {
            var outcome = await TranscribeAsync(plan, i);
            outcome.Failure.ShouldBeNull();
            heard[i] = new(outcome.Status == ChunkStatus.Ok ? await TranscriptOf(outcome) : null, null);
        });
        return Stitcher.Phrases(plan, heard).Phrases;
    }

    public async Task<Transcript> StitchAsync(ChunkPlan plan, IReadOnlyList<ChunkOutcome> chunks)
    {
        var track = new AudioTrack(Audio, Talk.Duration, [], [], -40, null);
        var outcome = await new StitchStep(_store).RunAsync(
            new StitchRequest(
                await _store.WriteJsonAsync(track, AudioJson.Default.AudioTrack, CancellationToken.None),
                await _store.WriteJsonAsync(plan, ChunkingJson.Default.ChunkPlan, CancellationToken.None),
                chunks, null, "whisper-1"),
            CancellationToken.None);
        return await _store.ReadJsonAsync(
            outcome.Transcript.ShouldNotBeNull().Content, CaptionsJson.Default.Transcript, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _recogniser.Dispose();
        _audio.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
}
