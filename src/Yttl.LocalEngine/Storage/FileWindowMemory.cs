using Yttl.Core.Providers.Limits;

namespace Yttl.LocalEngine.Storage;

/// <summary>Stores the congestion windows of all providers in the home folder.</summary>
internal sealed class FileWindowMemory(string home) : IWindowMemory
{
    private readonly StoredNumbers _windows = new(home, "windows.json");

    public int? Recall(string provider) => _windows.Find(provider);

    public void Keep(string provider, int window) => _windows.Keep(provider, window);
}
