using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yttl.Core.Chunking;

namespace Yttl.Workflows;

/// <summary>The same source with the same options is the same run, so that a repeated command finds what the last one left.</summary>
public static class RunIds
{
    private const int Digits = 12;

    private static readonly ChunkCapacity AnyCapacity = new(Workers: 1, MemoryPerWorker: 0);

    /// <param name="isList">A list is another run than the video that its address may also name.</param>
    public static RunId Of(VideoInput input, bool isList)
    {
        // Where reports go, how many steps run at once, how long it may take and how much a prompt holds is worth no
        // run of its own.
        var identity = input with
        {
            Options = input.Options with
            {
                Window = 0,
                TimeLimit = null,
                Formats = [],
                OutputFolder = "",
                OnDemand = false,
                Summary = input.Options.Summary with { InputTokens = null },
                Speech = input.Options.Speech is { } speech
                    ? speech with { Capacity = AnyCapacity, OnDemand = false }
                    : null,
            },
        };
        var json = JsonSerializer.Serialize(identity, WorkflowJson.Default.VideoInput);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(isList ? $"list {json}" : json));
        return new RunId(Convert.ToHexStringLower(hash)[..Digits]);
    }
}
