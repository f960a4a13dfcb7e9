using System.Text.Json.Serialization;
using Yttl.Core.Time;

namespace Yttl.Core.Summaries;

/// <summary>What a meeting leaves behind. A list is empty where nothing of its kind was found.</summary>
public sealed record MeetingMinutes
{
    /// <summary>Each rests on a sentence that agrees, as far as the words of its language are known.</summary>
    public IReadOnlyList<SourcedSentence> Decisions { get; init => field = value ?? []; } = [];

    public IReadOnlyList<ActionItem> Actions { get; init => field = value ?? []; } = [];

    /// <summary>Null where they were not looked for: without a model.</summary>
    public IReadOnlyList<OpenQuestion>? Questions { get; init; }

    /// <summary>Returns the minutes of consecutive parts as those of the whole; null where no part has minutes.</summary>
    internal static MeetingMinutes? Join(IEnumerable<MeetingMinutes?> parts) =>
        parts.OfType<MeetingMinutes>().ToList() is { Count: > 0 } all
            ? new MeetingMinutes
            {
                Decisions = [.. all.SelectMany(part => part.Decisions)],
                Actions = [.. all.SelectMany(part => part.Actions)],
                Questions = all.TrueForAll(part => part.Questions is null) ? null : [.. all.SelectMany(part => part.Questions ?? [])],
            }
            : null;
}

/// <summary>Something that has to be done.</summary>
public sealed record ActionItem(string Text, IReadOnlyList<TimeRange> Sources, SourceSupport Support)
    : SourcedSentence(Text, Sources, Support)
{
    /// <summary>Who speaks the words, or a name or group that is named near them. Untrusted; null where neither is so.</summary>
    public string? Owner { get; init; }

    /// <summary>By when, as it was said and never computed. Untrusted; null where nothing was said.</summary>
    public string? Due { get; init; }
}

/// <summary>A question that its part of the meeting leaves open.</summary>
public sealed record OpenQuestion(string Text, IReadOnlyList<TimeRange> Sources, SourceSupport Support)
    : SourcedSentence(Text, Sources, Support)
{
    /// <summary>Whether it is proposed as a decision, and no sentence agrees to it.</summary>
    [JsonPropertyName("proposal")]
    public bool IsProposal { get; init; }

    /// <summary>What is said later and has the words of the question; null where nothing has.</summary>
    public SourcedSentence? Answer { get; init; }
}
