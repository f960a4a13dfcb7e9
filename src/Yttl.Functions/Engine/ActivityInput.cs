using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Core.Measuring;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>The input of an activity: the input of its step and, beside it, the waits of the run to journal.</summary>
internal static class ActivityInput
{
    /// <summary>A name that no member of an input has. Readers of inputs ignore it.</summary>
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
