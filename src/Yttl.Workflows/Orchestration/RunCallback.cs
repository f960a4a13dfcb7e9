using System.Text.Json;
using Yttl.Core.Callbacks;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Sends the result of a run to its callback address. A failure to send it becomes a note and changes nothing else.
/// </summary>
internal static class RunCallback
{
    /// <param name="address">Null: no callback is sent.</param>
    /// <returns>The notes that result: none, or one.</returns>
    public static async Task<IReadOnlyList<string>> SendAsync(
        WorkflowContext context, string? address, CallbackDocument document)
    {
        if (address is null)
            return [];
        try
        {
            var body = JsonSerializer.Serialize(document, ApiJson.Default.CallbackDocument);
            var sent = await context.CallAsync(
                Steps.SendCallback, new CallbackRequest(address, context.RunId.Value, body));
            return sent.Failure is { } failure ? [failure.Message] : [];
        }
        catch (StepFailedException e)
        {
            return [e.Failure.Message];
        }
    }
}
