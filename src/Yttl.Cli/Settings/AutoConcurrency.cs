using Yttl.Core.Providers;
using Yttl.Core.Summaries;

namespace Yttl.Cli.Settings;

/// <summary>The meaning of <c>auto</c> for the number of calls to a language model.</summary>
internal static class AutoConcurrency
{
    /// <summary>A server that the user runs rejects no calls; it queues those that it has no room for.</summary>
    private const int OwnServer = 5;

    /// <returns>Null where the limit is found while the run goes on.</returns>
    public static int? Find(LanguageModelSettings model) =>
        model.BaseUrl is null ? model.MaxConcurrent
        : model.Provider == ProviderTable.Local ? OwnServer
        : null;
}
