using System.Text.RegularExpressions;

namespace Yttl.Core.Performance;

/// <summary>What models cost. What it does not name costs an unknown amount, never nothing.</summary>
/// <param name="Currency">Of all its prices, such as <c>USD</c>.</param>
/// <param name="Models">By the provider's name of the model, or <c>provider/model</c> where providers differ.</param>
public sealed partial record PriceTable(string Currency, IReadOnlyDictionary<string, ModelPrice> Models)
{
    /// <summary>Knows no price.</summary>
    public static readonly PriceTable Empty = new("", new Dictionary<string, ModelPrice>());

    /// <returns>Null where any call is of a model without a price, or there is no call of a model.</returns>
    public decimal? CostOf(IEnumerable<CallRecord> calls)
    {
        decimal? cost = null;
        foreach (var call in calls.Where(call => call.Model is not null && IsCharged(call)))
        {
            if (Find(call.Provider, call.Model!)?.Of(call) is not { } price)
                return null;
            cost = (cost ?? 0) + price;
        }

        return cost;
    }

    private ModelPrice? Find(string provider, string model) =>
        Names(provider, model).Select(Models.GetValueOrDefault).FirstOrDefault(price => price is not null);

    // A dated version costs what its model does: gpt-4o-mini-2024-07-18.
    private static IEnumerable<string> Names(string provider, string model)
    {
        var undated = Date().Replace(model, "");
        return [$"{provider}/{model}", model, $"{provider}/{undated}", undated];
    }

    private static bool IsCharged(CallRecord call) => call.Tokens != default || call.Audio > TimeSpan.Zero;

    [GeneratedRegex(@"-\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Date();
}

/// <param name="Input">Of a million tokens read; null where they are not charged by token.</param>
/// <param name="Output">Of a million tokens written.</param>
/// <param name="AudioMinute">Of a minute of audio; null where it is not charged by length.</param>
public sealed record ModelPrice(decimal? Input = null, decimal? Output = null, decimal? AudioMinute = null)
{
    private const decimal Million = 1_000_000;

    /// <returns>Null where this has no price for what the call used.</returns>
    internal decimal? Of(CallRecord call) => call.Audio > TimeSpan.Zero
        ? AudioMinute * (decimal)call.Audio.TotalMinutes
        : (Input * call.Tokens.Input + Output * call.Tokens.Output) / Million;
}
