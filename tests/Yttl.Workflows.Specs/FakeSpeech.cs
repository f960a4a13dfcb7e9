using System.Collections.Concurrent;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Speech.Steps;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;

namespace Yttl.Workflows.Specs;

/// <summary>The steps from audio to transcript, without effects. A spec replaces those it is about.</summary>
internal sealed class FakeSpeech
{
    public static readonly AudioRef Audio = new(new string('a', 64), 16_000 * 600);

    public int Chunks { get; init; } = 3;

    public Func<DecodeRequest, DecodeOutcome?> Decode { get; init; } = _ => null;

    public Func<DetectLanguageOutcome?> Detect { get; init; } = () => null;

    /// <summary>Given the chunk and how often it was called for before.</summary>
    public Func<int, int, ChunkOutcome?> Transcribe { get; init; } = (_, _) => null;

    public Func<StitchOutcome?> Stitch { get; init; } = () => null;

    public ConcurrentQueue<string> Calls { get; } = new();

    public StitchRequest? Stitched { get; private set; }

    public StepTable Bind(FakePipeline pipeline, StepTable table) => table
        .Bind(Steps.DecodeAudio, (request, _) => Task.FromResult(
            Noted($"decode {request.Attempt}", Decode(request))
            ?? new DecodeOutcome(pipeline.Artifact("track"), Audio, null, ["decoded"], null)))
        .Bind(Steps.PlanChunks, (_, _) => Task.FromResult(
            Noted("plan", new PlanChunksOutcome(pipeline.Artifact("plan"), Chunks, TimeSpan.FromSeconds(7), ["planned"]))))
        .Bind(Steps.DetectLanguage, (request, _) => Task.FromResult(
            Noted($"detect from {request.From.TotalSeconds}", Detect())
            ?? new DetectLanguageOutcome(LanguageTag.Parse("de", null), null)))
        .Bind(Steps.TranscribeChunk, (request, _) => Task.FromResult(Heard(pipeline, request)))
        .Bind(Steps.Stitch, (request, _) =>
        {
            Stitched = request;
            return Task.FromResult(Noted("stitch", Stitch()) ?? new StitchOutcome(
                new TranscriptRef(pipeline.Artifact("heard"), request.Language, 5, TimeSpan.FromMinutes(9)), ["stitched"], null));
        })
        .Bind(Steps.DeleteAudio, (_, _) => Task.FromResult(Noted("delete", new PlainOutcome())));

    private ChunkOutcome Heard(FakePipeline pipeline, TranscribeChunkRequest request)
    {
        var call = $"chunk {request.Chunk} in {request.Language?.ToString() ?? "any"}";
        var before = Calls.Count(earlier => earlier == call);
        return Noted(call, Transcribe(request.Chunk, before))
            ?? new ChunkOutcome(ChunkStatus.Ok, pipeline.Artifact($"words {request.Chunk}"), null);
    }

    private T Noted<T>(string call, T outcome)
    {
        Calls.Enqueue(call);
        return outcome;
    }
}
