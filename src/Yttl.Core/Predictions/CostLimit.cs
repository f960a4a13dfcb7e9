using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Summaries;
using Yttl.Core.Text;

namespace Yttl.Core.Predictions;

/// <summary>Stops a run that is predicted to cost more than its user allows. Pure functions.</summary>
public static class CostLimit
{
    public const string Exceeded = "cost.exceeded";

    public const string Unknown = "cost.unknown";

    /// <param name="limit">In the currency of the prices; null for none.</param>
    /// <returns>Null where the run may go on.</returns>
    public static Failure? Check(Prediction predicted, decimal? limit, SummaryOptions options) =>
        limit is not { } most ? null
        : predicted.Cost is not { } cost ? Unpriced(options.Provider, options.Model)
        : cost <= most ? null
        : new Failure(FailureCategory.Input, Exceeded, string.Create(
            CultureInfo.InvariantCulture,
            $"The summaries would cost about {cost:0.####} {predicted.Currency} ({Quantity.Count(predicted.Calls, "call", "calls")} to "
            + $"{options.Provider} {options.Model}), more than the {most:0.####} of {SettingName.For("max_cost")}: "
            + $"no model was called, and the transcript is kept. Run again with a higher {SettingName.For("max_cost")}, or choose "
            + $"a cheaper model ({SettingName.For("llm_model")})."));

    /// <summary>The failure of a run with a limit whose model has no price.</summary>
    public static Failure Unpriced(string provider, string model) => new(
        FailureCategory.Input,
        Unknown,
        $"{SettingName.For("max_cost")} is set, and what {provider} {model} costs is unknown: give its price in "
        + $"{SettingName.For("prices")}, or leave {SettingName.For("max_cost")} out.");
}
