using System.Text.Json;
using System.Text.Unicode;
using Yttl.Core.Failures;
using Yttl.Core.Settings;

namespace Yttl.Cli.Settings;

/// <summary>
/// A <c>yttl.json</c>: one object of keys and plain values. Lists are arrays of texts. Comments are allowed.
/// </summary>
internal static class FileLayer
{
    private const long MostBytes = 1 << 20;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    /// <summary>A file that does not exist gives an empty layer.</summary>
    public static Layer Read(string path, string shownAs, bool fromProjectFile)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return Layer.Empty;
            if (file.Length > MostBytes)
                return Broken($"{shownAs} is larger than a configuration file can be (1 MB)");
            return Parse(File.ReadAllBytes(path), shownAs, fromProjectFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Broken($"{shownAs} cannot be read: {FileReason.Format(e)}");
        }
    }

    public static Layer Parse(ReadOnlyMemory<byte> json, string shownAs, bool fromProjectFile)
    {
        try
        {
            if (json.Span.StartsWith("\uFEFF"u8))
                json = json[3..];
            if (!Utf8.IsValid(json.Span))
                return Broken($"{shownAs} is not UTF-8 text");
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? FromObject(document.RootElement, shownAs, fromProjectFile)
                : Broken($"{shownAs} must hold one JSON object");
        }
        catch (InvalidOperationException)
        {
            // The escape is half of a surrogate pair. The reader offers no other way to find out.
            return Broken($"{shownAs} holds an escape from \\ud800 to \\udfff that stands for no character");
        }
        catch (JsonException e)
        {
            return Broken($"{shownAs} is not valid JSON: line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}");
        }
    }

    private static Layer FromObject(JsonElement root, string shownAs, bool fromProjectFile)
    {
        var entries = new List<Entry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var property in root.EnumerateObject())
        {
            if (!keys.Add(property.Name))
                problems.Add($"{property.Name} stands twice in {shownAs}");
            else if (TextOf(property.Value) is { } text)
                entries.Add(new Entry(property.Name, text, shownAs) { FromProjectFile = fromProjectFile });
            else
                problems.Add(
                    $"{property.Name} (from {shownAs}) must be a text, a number, true, false or a list of texts");
        }

        return new Layer(entries, problems);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };

    private static Layer Broken(string problem) => new([], [problem]);
}
