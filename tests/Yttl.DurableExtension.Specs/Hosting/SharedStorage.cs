using Yttl.TestKit;

namespace Yttl.DurableExtension.Specs.Hosting;

/// <summary>One emulator for all specs, in memory: it ends with the process, and all that they stored with it.</summary>
internal static class SharedStorage
{
    private static readonly Lazy<Task<string>> Started = new(async () =>
    {
        var azurite = await AzuriteProcess.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.Dispose();
        return azurite.Connection;
    });

    /// <returns>The connection string.</returns>
    public static Task<string> ConnectAsync() => Started.Value;

    public static string NewHub() => $"Specs{Guid.NewGuid():N}";
}
