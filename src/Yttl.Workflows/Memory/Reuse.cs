namespace Yttl.Workflows.Memory;

/// <summary>What a run takes from the work that is remembered. It remembers its own in any case.</summary>
public enum Reuse
{
    Everything,

    /// <summary>What sites say is asked for again; the work that rests on it only where they say something new.</summary>
    LookAgain,

    Nothing,
}
