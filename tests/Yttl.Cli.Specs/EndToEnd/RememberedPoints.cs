using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>
/// Names the calls of a model whose answers hold the name of their call, so that a call for what a home remembers by then
/// can be found.
/// </summary>
internal static class RememberedPoints
{
    private const int NameLength = 16;

    public static ModelAnswer Answer(ModelCall call) => ModelAnswer.Text($"The point {NameOf(call)} is made.");

    public static string NameOf(ModelCall call) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.System + call.User)))[..NameLength];

    /// <summary>The names of the points in all summaries that a home remembers.</summary>
    public static HashSet<string> In(string home)
    {
        var folder = Path.Combine(home, "memory");
        return !Directory.Exists(folder) ? [] :
        [
            .. from entry in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
               where Path.GetExtension(entry) != ".tmp"
               let result = JsonNode.Parse(File.ReadLines(entry).Skip(1).Aggregate(string.Concat))!
               where (string?)result["step"] is "summarize-segment" or "consolidate"
               from content in result["content"]!.AsArray()
               select PointIn(home, (string)content!),
        ];
    }

    private static string PointIn(string home, string content) =>
        File.ReadAllText(Path.Combine(home, "artifacts", content[..2], content)).Split(' ').First(word => word.Length == NameLength);
}
