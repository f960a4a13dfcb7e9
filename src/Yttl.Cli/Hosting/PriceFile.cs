using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Cli.Failures;
using Yttl.Cli.Settings;
using Yttl.Core.Performance;
using Yttl.Core.Settings;

namespace Yttl.Cli.Hosting;

/// <summary>
/// The user's own prices: <c>{ "currency": "USD", "models": { "openai/gpt-5.4-mini": { "input": 0.75, "output": 4.5 },
/// "whisper-1": { "audioMinute": 0.006 } } }</c>. It takes the place of what YTTL brings along.
/// </summary>
internal static class PriceFile
{
    private const string Name = "prices.json";

    /// <exception cref="UsageException">The file that was named is not there, or cannot be understood.</exception>
    public static PriceTable Read(Configuration settings, Func<string, string?> readEnvironment)
    {
        var named = settings.Get(PerformanceSettingTable.Prices);
        var path = named ?? (UserFolders.Configuration(readEnvironment) is { } folder ? Path.Combine(folder, Name) : null);
        return path is null || (named is null && !File.Exists(path)) ? DefaultPrices.Table : Parse(path);
    }

    private static PriceTable Parse(string path)
    {
        try
        {
            var table = JsonSerializer.Deserialize(File.ReadAllBytes(path), PriceJson.Default.PriceTable);
            return table is { Currency.Length: > 0, Models: { } models } && models.Values.All(IsSound)
                ? table
                : throw new JsonException("a currency and models with prices of at least 0 are expected");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"the prices in '{path}' cannot be read: {problem.Message}");
        }
    }

    private static bool IsSound(ModelPrice? price) =>
        price is not null && price.Input is null or >= 0 && price?.Output is null or >= 0 && price?.AudioMinute is null or >= 0;
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PriceTable))]
internal sealed partial class PriceJson : JsonSerializerContext;
