namespace Yttl.Core.Providers.Limits;

/// <summary>Remembers, from one process to the next, how many calls at once a provider took.</summary>
public interface IWindowMemory
{
    /// <summary>Null where nothing is known, or what was known cannot be read.</summary>
    int? Recall(string provider);

    /// <summary>Never throws: what is not remembered is found out again.</summary>
    void Keep(string provider, int window);
}
