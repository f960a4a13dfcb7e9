namespace Yttl.Core.Providers;

/// <summary>One kind of models of a provider, with its defaults.</summary>
/// <param name="Model">The default model; null where only the user knows its name.</param>
/// <param name="MaxConcurrent">The most concurrent calls, at least 1.</param>
public abstract record ModelOffer(string? Model, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>The environment variable of the model; null where there is none.</summary>
    public string? ModelVariable { get; init; }

    /// <summary>Whether <c>auto</c> requires a named model: the address alone may be for another kind.</summary>
    public bool AutoNeedsModel { get; init; }
}
