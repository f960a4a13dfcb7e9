using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Chunking;
using Yttl.Core.Processes;
using Yttl.Core.Speech;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <summary>The steps from audio to transcript. Those that need a recogniser are there where one is set up.</summary>
internal sealed class SpeechSteps(
    HostSettings settings, IArtifactStore store, Listening listening, ModelFolder models, TimeProvider time)
    : IAsyncDisposable
{
    private readonly Recognizer? _recognizer = settings.Recognizer is { } recognizer
        ? new Recognizer(recognizer, settings.ModelServers, listening, models, time)
        : null;

    public void BindTo(StepTable table, ProcessRunner processes)
    {
        var audio = new FileAudioStore(settings.Home);
        var decode = new DecodeAudioStep(
            audio, store, processes, settings.Tools, settings.YtDlp, time, settings.Decoders);
        table
            .Bind(Steps.DecodeAudio, decode.RunAsync)
            .Bind(Steps.PlanChunks, new PlanChunksStep(store).RunAsync)
            .Bind(Steps.Stitch, new StitchStep(store).RunAsync)
            .Bind(Steps.DeleteAudio, new DeleteAudioStep(audio).RunAsync);
        if (_recognizer is null)
            return;

        var speech = settings.Recognizer!.Speech;
        var encoder = new ChunkEncoder(speech.Encoding, speech.Profile, processes, settings.Tools);
        table
            .Bind(Steps.DetectLanguage, new DetectLanguageStep(audio, _recognizer, encoder).RunAsync)
            .Bind(Steps.TranscribeChunk, new TranscribeChunkStep(audio, store, _recognizer, encoder).RunAsync);
    }

    public ValueTask DisposeAsync() => _recognizer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
