using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Core.Measuring;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>What an activity is given: the input of its step and, beside it, waits of the run that are to be journalled.</summary>
internal static class ActivityInput
{
    /// <summary>A name that no input has for a member; what reads inputs passes it over.</summary>
    private const string Member = "$delays";

    public static JsonNode Write(JsonNode input, IReadOnlyList<DelayRecord> delays)
    {
        if (delays.Count > 0)
            input[Member] = JsonSerializer.SerializeToNode(delays, RunsJson.Default.IReadOnlyListDelayRecord);
        return input;
    }

    public static IReadOnlyList<DelayRecord> DelaysOf(JsonElement input) =>
        input.TryGetProperty(Member, out var delays) ? delays.Deserialize(RunsJson.Default.IReadOnlyListDelayRecord)! : [];
}
