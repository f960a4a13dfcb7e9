namespace Yttl.Core.Providers;

/// <summary>The language models of a provider, by https://platform.openai.com/docs/api-reference/chat.</summary>
public sealed record ChatOffer(string? Model) : ModelOffer(Model, MaxConcurrent: 5, RetrySettings.Default)
{
    /// <summary>The most tokens of transcript to send in one prompt.</summary>
    public int InputTokens { get; init; } = 24_000;

    /// <summary>
    /// Whether a request limits its answer by <c>max_completion_tokens</c>, not by <c>max_tokens</c>. A server that
    /// rejects one is sent the other.
    /// </summary>
    public bool TakesMaxCompletionTokens { get; init; }
}
