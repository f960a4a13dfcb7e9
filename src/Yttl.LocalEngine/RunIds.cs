using System.Security.Cryptography;
using System.Text.Json;
using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <summary>The same source with the same options is the same run, so that a repeated command finds what the last one left.</summary>
internal static class RunIds
{
    private const int Digits = 12;

    public static RunId Of(VideoInput input)
    {
        // Where reports go and how many steps run at once changes nothing that is worth a run of its own.
        var identity = input with { Options = input.Options with { Window = 0, Formats = [], OutputFolder = "" } };
        var json = JsonSerializer.SerializeToUtf8Bytes(identity, WorkflowJson.Default.VideoInput);
        return new RunId(Convert.ToHexStringLower(SHA256.HashData(json))[..Digits]);
    }
}
