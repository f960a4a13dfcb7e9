using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>The same source with the same options is the same run, so that a repeated command finds what the last one left.</summary>
public static class RunIds
{
    private const int Digits = 12;

    /// <param name="isList">A list is another run than the video that its address may also name.</param>
    public static RunId From(RunInput input, bool isList)
    {
        var identity = new JsonObject { ["source"] = input.Source, ["options"] = Identity(input.Options) };
        if (input.Callback is { } callback)
            identity["callback"] = callback;
        var json = identity.ToJsonString();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(isList ? $"list {json}" : json));
        return new RunId(Convert.ToHexStringLower(hash)[..Digits]);
    }

    /// <summary>
    /// Today's options with four constants: how a run is carried out once stood among its options, blanked for the id.
    /// Without them every stored run would have another id.
    /// </summary>
    private static JsonObject Identity(RunOptions options)
    {
        var json = JsonSerializer.SerializeToNode(options, RunsJson.Default.RunOptions)!.AsObject();
        if (json["speech"] is JsonObject speech)
            speech.Insert(speech.IndexOf("force"), "capacity", new JsonObject { ["workers"] = 1, ["memoryPerWorker"] = 0 });
        (json["window"], json["formats"], json["outputFolder"]) = (0, new JsonArray(), "");
        return json;
    }
}
