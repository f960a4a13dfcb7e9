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
            if (price is null && Vendor.IsOneself(call.Provider))
                continue;
            if (price?.Of(call) is not { } paid)
                return null;
            cost = (cost ?? 0) + paid;
        }

        return cost;
    }

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
