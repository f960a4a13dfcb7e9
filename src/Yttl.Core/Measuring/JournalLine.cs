using System.Text.Json.Serialization;

namespace Yttl.Core.Measuring;

/// <summary>
/// One line of a run's journal: the start of a session, the end of a step or of a wait, or the end of a session.
/// </summary>
public sealed record JournalLine
{
    /// <summary>When the session began; null where a run has only one, without a line for its start.</summary>
    // The name in the journals of earlier versions.
    [JsonPropertyName("sitting")]
    public DateTimeOffset? Session { get; init; }

    /// <summary>As <see cref="RunSession.Slots"/>, in the line that begins a session.</summary>
    public int? Slots { get; init; }

    public StepRecord? Step { get; init; }

    public DelayRecord? Delay { get; init; }

    /// <summary>As <see cref="RunSession.Elapsed"/>, in the line that ends a session.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>In the line that ends a session.</summary>
    public MemoryUse? Memory { get; init; }
}
