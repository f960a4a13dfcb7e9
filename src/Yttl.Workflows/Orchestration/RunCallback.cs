using System.Text.Json;
using Yttl.Core.Callbacks;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Http;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>Tells whoever asked for it how a run ended. That it cannot be told is a note, and changes nothing else.</summary>
internal static class RunCallback
{
    /// <param name="address">Null tells nobody.</param>
    /// <returns>The notes that this leaves: none, or one.</returns>
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
