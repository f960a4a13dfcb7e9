using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Yttl.Workflows.Catalogue;

namespace Yttl.Functions.Engine;

/// <summary>Every step as an activity under the step's name, one line each.</summary>
internal sealed class Activities(StepWork work)
{
    [Function("list")]
    public Task<JsonElement> List([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.List, input, cancellationToken);

    [Function("resolve")]
    public Task<JsonElement> Resolve([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Resolve, input, cancellationToken);

    [Function("read-captions")]
    public Task<JsonElement> ReadCaptions([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.ReadCaptions, input, cancellationToken);

    [Function("decode-audio")]
    public Task<JsonElement> DecodeAudio([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DecodeAudio, input, cancellationToken);

    [Function("plan-chunks")]
    public Task<JsonElement> PlanChunks([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.PlanChunks, input, cancellationToken);

    [Function("detect-language")]
    public Task<JsonElement> DetectLanguage([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DetectLanguage, input, cancellationToken);

    [Function("transcribe-chunk")]
    public Task<JsonElement> TranscribeChunk([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.TranscribeChunk, input, cancellationToken);

    [Function("stitch")]
    public Task<JsonElement> Stitch([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Stitch, input, cancellationToken);

    [Function("delete-audio")]
    public Task<JsonElement> DeleteAudio([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DeleteAudio, input, cancellationToken);

    [Function("remove-sponsors")]
    public Task<JsonElement> RemoveSponsors([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RemoveSponsors, input, cancellationToken);

    [Function("section")]
    public Task<JsonElement> Section([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Section, input, cancellationToken);

    [Function("summarize-segment")]
    public Task<JsonElement> SummarizeSegment([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SummarizeSegment, input, cancellationToken);

    [Function("consolidate")]
    public Task<JsonElement> Consolidate([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Consolidate, input, cancellationToken);

    [Function("render-report")]
    public Task<JsonElement> RenderReport([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderReport, input, cancellationToken);

    [Function("render-index")]
    public Task<JsonElement> RenderIndex([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderIndex, input, cancellationToken);

    [Function("write-url-list-results")]
    public Task<JsonElement> WriteUrlListResults([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.WriteUrlListResults, input, cancellationToken);

    [Function("await-model")]
    public Task<JsonElement> AwaitModel([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.AwaitModel, input, cancellationToken);

    [Function("send-callback")]
    public Task<JsonElement> SendCallback([ActivityTrigger] JsonElement input, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SendCallback, input, cancellationToken);
}
