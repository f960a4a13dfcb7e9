using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Settings;

namespace Yttl.Cli.Hosting;

/// <summary>How the configuration has calls repeated.</summary>
internal static class Retries
{
    /// <param name="usual">What is usual for the provider, where the configuration leaves it to that.</param>
    /// <exception cref="YttlException"><c>retry.settings</c>: names all that do not go together.</exception>
    public static RetrySettings Of(RetrySettings usual, Configuration settings) => (usual with
    {
        MaxAttempts = settings.Get(SettingTable.RetryMaxAttempts),
        BaseDelay = settings.Get(SettingTable.RetryBaseDelay),
        AttemptTimeout = settings.Get(RetrySettingTable.AttemptTimeout) ?? usual.AttemptTimeout,
        CallTimeout = settings.Get(RetrySettingTable.CallTimeout) ?? usual.CallTimeout,
        RateLimitBudget = settings.Get(RetrySettingTable.RateLimitBudget),
        Network = new(
            settings.Get(RetrySettingTable.NetworkFactor), settings.Get(RetrySettingTable.NetworkLongestWait)),
        Api = new(settings.Get(RetrySettingTable.ApiFactor), settings.Get(RetrySettingTable.ApiLongestWait)),
        RateLimit = new(
            settings.Get(RetrySettingTable.RateLimitFactor), settings.Get(RetrySettingTable.RateLimitLongestWait)),
    }).Validated();
}
