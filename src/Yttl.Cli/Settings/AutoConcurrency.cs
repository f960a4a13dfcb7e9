using Yttl.Core.Providers;
using Yttl.Core.Summaries;

namespace Yttl.Cli.Settings;

/// <summary>The meaning of <c>auto</c> for the number of calls to a language model.</summary>
internal static class AutoConcurrency
{
    /// <summary>
    /// A local server rejects no calls, which would show its limit: it queues those that it has no room for. A program
    /// takes the memory of this machine.
    /// </summary>
    /// <returns>Null where the limit is found during the run.</returns>
    public static int? Find(LanguageModelSettings model) =>
        model.Provider is ProviderTable.Local or ProviderTable.Ollama or ProviderTable.Command ? model.MaxConcurrent : null;
}
