using System.Text.RegularExpressions;
using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>
/// What models cost. A model without a price costs an unknown amount, never nothing. The exception is a server that the
/// user runs.
/// </summary>
/// <param name="Currency">The currency of all prices, such as <c>USD</c>.</param>
/// <param name="Models">
/// By the provider's name of the model, or <c>provider/model</c> where providers differ. A key that begins with a
/// provider's name is that provider's price: <c>openai/gpt-oss-120b</c> is OpenAI's price for <c>gpt-oss-120b</c>, and
/// the price of Hugging Face's router for the model of that name is <c>huggingchat/openai/gpt-oss-120b</c>.
/// <c>chatgpt</c> has OpenAI's prices.
/// </param>
public sealed partial record PriceTable(string Currency, IReadOnlyDictionary<string, ModelPrice> Models)
{
    /// <summary>A table without prices.</summary>
    public static readonly PriceTable Empty = new("", new Dictionary<string, ModelPrice>());

    /// <summary>
    /// The prices of the models that YTTL proposes, and of some other common ones. Users should check and edit them.
    /// </summary>
    /// <remarks>
    /// List prices in US dollars, without discounts for cached input or batches, as reported between March and August
    /// 2026 of https://openai.com/api/pricing and https://groq.com/pricing; neither page itself was read for this table.
    /// Deployments in Azure may have any name, and Hugging Face's router calls many providers, so their prices are
    /// unknown.
    /// </remarks>
    public static readonly PriceTable Default = new("USD", new Dictionary<string, ModelPrice>
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

    /// <summary>
    /// The cost of calls of paid providers. A server that the user runs (<c>local</c>) has no price per token: where
    /// the table has none for its model, its calls add nothing, and the cost is that of the other calls. A user who
    /// points <c>local</c> at a paid service has to give a price too.
    /// </summary>
    /// <returns>Null where a provider's model has no price, or no call of a model has one.</returns>
    public decimal? CostOf(IEnumerable<CallRecord> calls)
    {
        decimal? cost = null;
        foreach (var call in calls.Where(call => call.Model is not null && IsCharged(call)))
        {
            var price = Find(call.Provider, call.Model!);
            if (price is null && Vendor.IsLocal(call.Provider))
                continue;
            if (price?.Of(call) is not { } paid)
                return null;
            cost = (cost ?? 0) + paid;
        }

        return cost;
    }

    /// <summary>Whether <see cref="CostOf(string, string, TokenUsage)"/> is known.</summary>
    public bool Knows(string provider, string model) => CostOf(provider, model, new TokenUsage(1, 1)) is not null;

    /// <summary>The cost of tokens of a model; of a server that the user runs zero, unless it has a price.</summary>
    /// <returns>Null where the model has no price for tokens.</returns>
    public decimal? CostOf(string provider, string model, TokenUsage tokens) => FreeOr(
        provider, model, new CallRecord(provider, default, default) { Model = model, Tokens = tokens });

    /// <summary>The same of audio that a model recognises.</summary>
    public decimal? CostOf(string provider, string model, TimeSpan audio) => FreeOr(
        provider, model, new CallRecord(provider, default, default) { Model = model, Audio = audio });

    private decimal? FreeOr(string provider, string model, CallRecord call) => Find(provider, model) is { } price
        ? price.Of(call)
        : Vendor.IsLocal(provider) ? 0 : null;

    private ModelPrice? Find(string provider, string model) =>
        Names(provider, model).Select(Models.GetValueOrDefault).FirstOrDefault(price => price is not null);

    // A dated version costs the same as its model: gpt-4o-mini-2024-07-18.
    private static IEnumerable<string> Names(string provider, string model)
    {
        foreach (var version in (string[])[model, Date().Replace(model, "")])
        {
            yield return $"{provider}/{version}";
            yield return $"{Vendor.Find(provider)}/{version}";
            if (!Vendor.Begins(version))
                yield return version;
        }
    }

    private static bool IsCharged(CallRecord call) => call.Tokens != default || call.Audio > TimeSpan.Zero;

    [GeneratedRegex(@"-\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Date();
}

/// <param name="Input">Per million tokens read; null where tokens are not charged.</param>
/// <param name="Output">Per million tokens written.</param>
/// <param name="AudioMinute">Per minute of audio; null where audio is not charged by length.</param>
public sealed record ModelPrice(decimal? Input = null, decimal? Output = null, decimal? AudioMinute = null)
{
    private const decimal Million = 1_000_000;

    /// <returns>Null where this has no price for what the call used.</returns>
    internal decimal? Of(CallRecord call) => call.Audio > TimeSpan.Zero
        ? AudioMinute * (decimal)call.Audio.TotalMinutes
        : (Input * call.Tokens.Input + Output * call.Tokens.Output) / Million;
}
