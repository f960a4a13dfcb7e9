using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>
/// Makes the ids of runs. The same source with the same options is the same run, so a repeated command finds the work
/// of the last one.
/// </summary>
public static class RunIds
{
    private const int Digits = 12;

    private const int DigitsOfContent = 16;

    /// <param name="isList">
    /// Whether the run is that of a list. It is another run than that of the video that the address may also name.
    /// </param>
    public static RunId From(RunInput input, bool isList)
    {
        var identity = new JsonObject { ["source"] = input.Source, ["options"] = Identity(input.Options) };
        if (input.Callback is { } callback)
            identity["callback"] = callback;
        var json = identity.ToJsonString();
        return new RunId(HashOf(isList ? $"list {json}" : json)[..Digits]);
    }

    /// <summary>Returns the id of a run that is given by what it works on, such as <c>list-0123456789abcdef</c>.</summary>
    public static RunId OfContent(string kind, string content) => new($"{kind}-{HashOf(content)[..DigitsOfContent]}");

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Today's options with four constants. Settings of how a run is carried out were once among its options and blank
    /// in the id. Without these constants every stored run would get another id.
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
