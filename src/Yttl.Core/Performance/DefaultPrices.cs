namespace Yttl.Core.Performance;

/// <summary>
/// The prices of the models that YTTL proposes, and of some other common ones. Users should check and edit them.
/// </summary>
/// <remarks>
/// List prices in US dollars, without discounts for cached input or batches, as reported between March and August 2026
/// of https://openai.com/api/pricing and https://groq.com/pricing; neither page itself was read for this table.
/// Deployments in Azure may have any name, and Hugging Face's router calls many providers, so their prices are unknown.
/// </remarks>
public static class DefaultPrices
{
    public static readonly PriceTable Table = new("USD", new Dictionary<string, ModelPrice>
    {
        ["openai/gpt-5.4"] = new(2.50m, 15.00m),
        ["openai/gpt-5.4-mini"] = new(0.75m, 4.50m),
        ["openai/gpt-5.4-nano"] = new(0.20m, 1.25m),
        ["openai/gpt-5-mini"] = new(0.25m, 2.00m),
        ["openai/gpt-5-nano"] = new(0.05m, 0.40m),
        ["openai/gpt-4.1"] = new(2.00m, 8.00m),
        ["openai/gpt-4.1-mini"] = new(0.40m, 1.60m),
        ["openai/gpt-4.1-nano"] = new(0.10m, 0.40m),
        ["openai/gpt-4o-mini"] = new(0.15m, 0.60m),
        ["openai/whisper-1"] = new(AudioMinute: 0.006m),
        ["groq/openai/gpt-oss-120b"] = new(0.15m, 0.60m),
        ["groq/llama-3.3-70b-versatile"] = new(0.59m, 0.79m),
        ["groq/llama-3.1-8b-instant"] = new(0.05m, 0.08m),
        ["groq/whisper-large-v3-turbo"] = new(AudioMinute: 0.04m / 60),
        ["groq/whisper-large-v3"] = new(AudioMinute: 0.111m / 60),
    });
}
