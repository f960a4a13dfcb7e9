using Yttl.Core.Http;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// The connection to one model of a provider. Holds a secret: it is never stored, logged or part of a cache key.
/// </summary>
/// <param name="Provider">Its name in <see cref="ProviderTable"/>.</param>
/// <param name="BaseUrl">
/// The address up to and including <c>/v1/</c>, or of the resource where <see cref="ApiVersion"/> is set. Null for a
/// server that YTTL starts, which only <c>local</c> has, and for a program.
/// </param>
/// <param name="Model">The provider's name of the model. May be a file for a server that YTTL starts.</param>
/// <param name="ApiKey">Null: sign-in with Entra ID (azure), or no key.</param>
/// <param name="MaxConcurrent">
/// Concurrent calls of the whole process, at least 1: a fixed number, or the most where <see cref="FindsLimit"/>.
/// </param>
public abstract record ProviderSettings(
    string Provider, Uri? BaseUrl, string Model, string? ApiKey, int MaxConcurrent, RetrySettings Retry)
{
    /// <summary>The version of the provider's <see cref="DeploymentApi"/>; null for the v1 API.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The environment variable of the setting that gives the address; null for the provider's own.</summary>
    public string? AddressBy { get; init; }

    /// <summary>
    /// Whether the number of concurrent calls is found automatically, up to <see cref="MaxConcurrent"/>. It opens at 5,
    /// or at the provider's last number, and follows its rejections and headers.
    /// </summary>
    public bool FindsLimit { get; init; }

    /// <summary>How many calls may run at once to begin with, at least 1.</summary>
    /// <param name="memory">Where the number that was found last is stored; null for nowhere.</param>
    public int FirstWindow(IWindowMemory? memory) => FindsLimit
        ? Math.Clamp(memory?.Recall(WindowName) ?? CongestionWindow.Opening, 1, MaxConcurrent)
        : MaxConcurrent;

    /// <summary>What a window is stored by.</summary>
    internal string WindowName => $"{Provider} {BaseUrl?.Authority} {Model}";

    /// <summary>Whether YTTL starts the server itself.</summary>
    public bool IsOwnServer => BaseUrl is null && Provider == ProviderTable.Local;

    /// <summary>The provider's row of the table. A provider outside it has only its name.</summary>
    internal Provider Row =>
        IsOwnServer ? ProviderTable.OwnServer : Capability.Find(Provider) ?? new Provider(Provider);

    internal abstract ProviderCapability Capability { get; }

    /// <summary>
    /// Of every answer, that of a list of models too. The time-out of an attempt comes first, and says more.
    /// </summary>
    internal ResponseBounds AnswerBounds => new(LongestAnswer, Retry.AttemptTimeout + TimeSpan.FromSeconds(5));

    /// <summary>In bytes.</summary>
    private protected abstract long LongestAnswer { get; }

    /// <summary>One address for both APIs of a resource, which have the same models.</summary>
    internal Uri? Resource => ApiVersion is not null && Row.Deployments is { } api ? new Uri(BaseUrl!, api.V1Path) : BaseUrl;

    public sealed override string ToString() =>
        (BaseUrl is null ? $"{Provider} {Model}" : $"{Provider} {Model} at {BaseUrl}")
        + (ApiVersion is null ? "" : $", api-version {ApiVersion}");
}
