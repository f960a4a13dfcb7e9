namespace Yttl.Workflows.Memory;

/// <summary>What a run takes from remembered work. It always remembers its own.</summary>
public enum Reuse
{
    Everything,

    /// <summary>
    /// Asks sites again. Work that depends on their answers is done again only where an answer has changed.
    /// </summary>
    LookAgain,

    Nothing,
}
