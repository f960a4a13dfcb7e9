using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Yttl.Functions.Engine;
using Yttl.Functions.Hosting;
using Yttl.Workflows;

namespace Yttl.Functions;

/// <summary>Every step as an activity under its own name, one line each; what does the work is in <see cref="StepBindings"/>.</summary>
internal sealed class Activities(StepWork work, StepBindings steps)
{
    [Function("list")]
    public Task<JsonElement> List([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.List, input, steps.List, cancellationToken);

    [Function("resolve")]
    public Task<JsonElement> Resolve([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Resolve, input, steps.Resolve, cancellationToken);

    [Function("read-captions")]
    public Task<JsonElement> ReadCaptions([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.ReadCaptions, input, steps.ReadCaptions, cancellationToken);

    [Function("decode-audio")]
    public Task<JsonElement> DecodeAudio([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DecodeAudio, input, steps.DecodeAudio, cancellationToken);

    [Function("plan-chunks")]
    public Task<JsonElement> PlanChunks([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.PlanChunks, input, steps.PlanChunks, cancellationToken);

    [Function("detect-language")]
    public Task<JsonElement> DetectLanguage([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DetectLanguage, input, steps.DetectLanguage, cancellationToken);

    [Function("transcribe-chunk")]
    public Task<JsonElement> TranscribeChunk([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.TranscribeChunk, input, steps.TranscribeChunk, cancellationToken);

    [Function("stitch")]
    public Task<JsonElement> Stitch([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Stitch, input, steps.Stitch, cancellationToken);

    [Function("delete-audio")]
    public Task<JsonElement> DeleteAudio([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DeleteAudio, input, steps.DeleteAudio, cancellationToken);

    [Function("remove-sponsors")]
    public Task<JsonElement> RemoveSponsors([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RemoveSponsors, input, steps.RemoveSponsors, cancellationToken);

    [Function("section")]
    public Task<JsonElement> Section([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Section, input, steps.Section, cancellationToken);

    [Function("summarize-segment")]
    public Task<JsonElement> SummarizeSegment([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SummarizeSegment, input, steps.SummarizeSegment, cancellationToken);

    [Function("consolidate")]
    public Task<JsonElement> Consolidate([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Consolidate, input, steps.Consolidate, cancellationToken);

    [Function("render-report")]
    public Task<JsonElement> RenderReport([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderReport, input, steps.RenderReport, cancellationToken);

    [Function("render-index")]
    public Task<JsonElement> RenderIndex([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderIndex, input, steps.RenderIndex, cancellationToken);

    [Function("write-url-list-results")]
    public Task<JsonElement> WriteUrlListResults([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.WriteUrlListResults, input, steps.WriteUrlListResults, cancellationToken);

    [Function("await-model")]
    public Task<JsonElement> AwaitModel([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.AwaitModel, input, steps.AwaitModel, cancellationToken);

    [Function("send-callback")]
    public Task<JsonElement> SendCallback([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SendCallback, input, steps.SendCallback, cancellationToken);
}
