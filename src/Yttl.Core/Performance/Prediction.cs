using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>
/// What the summaries of a video are expected to take, from the prompts that will be sent. Calls that are repeated, and the
/// thoughts of a model that reasons, come on top; remembered summaries come off.
/// </summary>
/// <param name="Segments">Segments with text.</param>
/// <param name="CallsByLevel">All zero without a language model.</param>
/// <param name="Tokens">By <see cref="Summaries.TokenEstimate"/>.</param>
public sealed record Prediction(int Segments, CallsByLevel CallsByLevel, TokenUsage Tokens)
{
    public int Calls => CallsByLevel.Segments + CallsByLevel.Hours + CallsByLevel.Overall;

    /// <summary>From the first call to the end of the last; null where no pace of the model is known.</summary>
    public double? Seconds { get; init; }

    /// <summary>The measured pace that <see cref="Seconds"/> follows from; null with it.</summary>
    public double? SecondsPerCall { get; init; }

    /// <summary>Zero without a charge; null where the price of the model is unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The currency of <see cref="Cost"/>; null with it.</summary>
    public string? Currency { get; init; }
}

/// <summary>
/// Calls of a language model. A text that is too long for one prompt takes several, which count with what they are for.
/// </summary>
public sealed record CallsByLevel(int Segments, int Hours, int Overall);
