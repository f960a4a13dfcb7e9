using Yttl.Core.Providers;
using Yttl.Core.Summaries;

namespace Yttl.Cli.Settings;

/// <summary>What <c>auto</c> means for the number of calls to a language model.</summary>
internal static class AutoConcurrency
{
    /// <summary>A server of one's own rejects nothing, and queues what it has no room for.</summary>
    private const int OwnServer = 5;

    /// <returns>Null where the provider's limit is found by itself.</returns>
    public static int? Find(LanguageModelSettings model) =>
        model.BaseUrl is null ? model.MaxConcurrent
        : model.Provider == ProviderTable.Local ? OwnServer
        : null;
}
