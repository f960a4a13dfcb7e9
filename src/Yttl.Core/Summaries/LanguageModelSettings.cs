namespace Yttl.Core.Summaries;

/// <summary>How a provider is reached. Holds a secret: it is never stored, logged or part of a key.</summary>
/// <param name="Provider"><c>openai</c>, <c>azure</c>, <c>groq</c>, <c>chatgpt</c>, <c>huggingchat</c>, <c>local</c>.</param>
/// <param name="BaseUrl">The address up to and including <c>/v1/</c>.</param>
/// <param name="ApiKey">Null signs in with Entra ID (azure) or sends no key (local).</param>
/// <param name="MaxConcurrent">Calls at once, at least 1, for the whole process.</param>
public sealed record LanguageModelSettings(
    string Provider, Uri BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
{
    public override string ToString() => $"{Provider} {Model} at {BaseUrl}";
}

/// <param name="MaxAttempts">Total attempts per call, 1 to 20; waiting out a 429 does not count.</param>
/// <param name="BaseDelay">First wait between attempts; it doubles with each.</param>
public sealed record RetrySettings(int MaxAttempts, TimeSpan BaseDelay)
{
    public static readonly RetrySettings Default = new(3, TimeSpan.FromSeconds(1));
}
