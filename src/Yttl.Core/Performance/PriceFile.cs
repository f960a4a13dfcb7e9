using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Failures;

namespace Yttl.Core.Performance;

/// <summary>
/// The user's prices: <c>{ "currency": "USD", "models": { "openai/gpt-5.4-mini": { "input": 0.75, "output": 4.5 },
/// "whisper-1": { "audioMinute": 0.006 } } }</c>. They replace the default prices.
/// </summary>
public static class PriceFile
{
    /// <param name="source">A path, or the JSON itself; null for the default prices.</param>
    /// <param name="problem">A text for people; null where there is no problem.</param>
    public static bool TryRead(
        string? source, [NotNullWhen(true)] out PriceTable? prices, [NotNullWhen(false)] out string? problem)
    {
        (prices, problem) = (null, null);
        try
        {
            prices = source is null ? PriceTable.Default
                : Parse(source.StartsWith('{') ? Encoding.UTF8.GetBytes(source) : File.ReadAllBytes(source));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            problem = $"the prices in '{source}' cannot be read: {FileReason.Format(e, source)}";
            return false;
        }
    }

    private static PriceTable Parse(byte[] json) =>
        JsonSerializer.Deserialize(json, PriceJson.Default.PriceTable) is { Currency.Length: > 0, Models: { } models } table
        && models.Values.All(IsSound)
            ? table
            : throw new JsonException("a currency and models with prices of at least 0 are expected");

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
