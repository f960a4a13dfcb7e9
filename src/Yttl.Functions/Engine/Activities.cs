using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Yttl.Workflows.Catalogue;

namespace Yttl.Functions.Engine;

/// <summary>Every step as an activity under the step's name, one line each.</summary>
internal sealed class Activities(StepWork work)
{
    [Function("list")]
    public Task<JsonElement> List(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.List, input, client, cancellationToken);

    [Function("resolve")]
    public Task<JsonElement> Resolve(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Resolve, input, client, cancellationToken);

    [Function("read-captions")]
    public Task<JsonElement> ReadCaptions(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.ReadCaptions, input, client, cancellationToken);

    [Function("decode-audio")]
    public Task<JsonElement> DecodeAudio(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DecodeAudio, input, client, cancellationToken);

    [Function("plan-chunks")]
    public Task<JsonElement> PlanChunks(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.PlanChunks, input, client, cancellationToken);

    [Function("detect-language")]
    public Task<JsonElement> DetectLanguage(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DetectLanguage, input, client, cancellationToken);

    [Function("transcribe-chunk")]
    public Task<JsonElement> TranscribeChunk(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.TranscribeChunk, input, client, cancellationToken);

    [Function("stitch")]
    public Task<JsonElement> Stitch(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Stitch, input, client, cancellationToken);

    [Function("delete-audio")]
    public Task<JsonElement> DeleteAudio(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.DeleteAudio, input, client, cancellationToken);

    [Function("remove-sponsors")]
    public Task<JsonElement> RemoveSponsors(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RemoveSponsors, input, client, cancellationToken);

    [Function("section")]
    public Task<JsonElement> Section(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Section, input, client, cancellationToken);

    [Function("estimate-transcript")]
    public Task<JsonElement> EstimateTranscript(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.EstimateTranscript, input, client, cancellationToken);

    [Function("predict-summaries")]
    public Task<JsonElement> PredictSummaries(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.PredictSummaries, input, client, cancellationToken);

    [Function("summarize-segment")]
    public Task<JsonElement> SummarizeSegment(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SummarizeSegment, input, client, cancellationToken);

    [Function("consolidate")]
    public Task<JsonElement> Consolidate(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.Consolidate, input, client, cancellationToken);

    [Function("answer-question")]
    public Task<JsonElement> AnswerQuestion(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.AnswerQuestion, input, client, cancellationToken);

    [Function("render-report")]
    public Task<JsonElement> RenderReport(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderReport, input, client, cancellationToken);

    [Function("render-index")]
    public Task<JsonElement> RenderIndex(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.RenderIndex, input, client, cancellationToken);

    [Function("write-video-results")]
    public Task<JsonElement> WriteVideoResults(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.WriteVideoResults, input, client, cancellationToken);

    [Function("write-url-list-results")]
    public Task<JsonElement> WriteUrlListResults(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.WriteUrlListResults, input, client, cancellationToken);

    [Function("await-model")]
    public Task<JsonElement> AwaitModel(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.AwaitModel, input, client, cancellationToken);

    [Function("send-callback")]
    public Task<JsonElement> SendCallback(
        [ActivityTrigger] JsonElement input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        work.RunAsync(Steps.SendCallback, input, client, cancellationToken);
}
