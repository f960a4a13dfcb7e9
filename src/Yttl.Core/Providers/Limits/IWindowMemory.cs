namespace Yttl.Core.Providers.Limits;

/// <summary>Stores the number of concurrent calls that a provider accepts, from one process to the next.</summary>
public interface IWindowMemory
{
    /// <summary>Returns null where nothing is stored, or it cannot be read.</summary>
    int? Recall(string provider);

    /// <summary>Never throws: a value that is not stored is found again.</summary>
    void Keep(string provider, int window);
}
