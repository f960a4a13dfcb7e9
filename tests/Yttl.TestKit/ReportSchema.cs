using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace Yttl.TestKit;

/// <summary>The published schema of reports, docs/report.schema.json.</summary>
public static class ReportSchema
{
    private const string Page = "docs/report.schema.json";

    private static readonly JsonNode Text = JsonNode.Parse(File.ReadAllText(Repository.PathOf(Page)))!;

    private static readonly JsonSchema Published = JsonSchema.FromText(Text.ToJsonString());

    private static readonly JsonSchema Strict = JsonSchema.FromText(Closed(Text.DeepClone()).ToJsonString());

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    /// <summary>Fails where a report is not what the schema says.</summary>
    public static void ShouldHold(string report) => Check(report, Published, "a report");

    /// <summary>Fails also where a report has a field that the schema does not describe.</summary>
    public static void ShouldDescribe(string report) => Check(report, Strict, "a report");

    /// <summary>Checks every report in a folder and below.</summary>
    public static void ShouldHoldIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json", new EnumerationOptions { RecurseSubdirectories = true }))
            if (ReadReport(file) is { } report)
                Check(report, Published, file);
    }

    private static string? ReadReport(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return text.StartsWith("{\n  \"schema\": \"yttl/report@1\"", StringComparison.Ordinal) ? text : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // A spec took it away, or the right to read it.
            return null;
        }
    }

    private static void Check(string report, JsonSchema schema, string name)
    {
        var result = schema.Evaluate(JsonNode.Parse(report), Options);
        var problems = result.Details.Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!, (detail, error) => $"{detail.InstanceLocation}: {error.Key} {error.Value}");
        Assert.True(result.IsValid, $"{name} is not what {Page} says:\n{string.Join('\n', problems)}");
    }

    /// <summary>Lets no object have a field that is not described.</summary>
    private static JsonNode Closed(JsonNode schema)
    {
        var inside = schema switch
        {
            JsonObject some => some.Select(member => member.Value),
            JsonArray some => some,
            _ => [],
        };
        foreach (var node in inside.OfType<JsonNode>().ToList())
            Closed(node);
        if (schema is JsonObject { } described && described["properties"] is JsonObject && !described.ContainsKey("additionalProperties"))
            described["additionalProperties"] = false;
        return schema;
    }
}
