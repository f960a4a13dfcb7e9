namespace Yttl.Core.Text;

/// <summary>
/// FNV-1a in 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): a quick hash that tells texts apart, and no
/// protection against texts that are made to have the same one.
/// </summary>
public static class Fnv1a
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Basis = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>Returns the hash of what was hashed before and one value more; another value gives another hash.</summary>
    public static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
}
