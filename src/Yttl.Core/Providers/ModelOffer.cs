namespace Yttl.Core.Providers;

/// <summary>One kind of model that a provider has, and how it is asked unless the user says otherwise.</summary>
/// <param name="Model">Null where only the user knows its name.</param>
/// <param name="MaxConcurrent">Calls at once, at least 1.</param>
public abstract record ModelOffer(string? Model, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>The environment variable of the model; null where there is none.</summary>
    public string? ModelVariable { get; init; }

    /// <summary>Whether <c>auto</c> takes it only with a model named: the address alone may be meant for another kind.</summary>
    public bool AutoNeedsModel { get; init; }
}
