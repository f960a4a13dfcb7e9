namespace Yttl.Core.Summaries;

/// <summary>
/// A finished summary. Its texts are a model's and untrusted: paragraphs, or lines that begin with <c>- </c>.
/// </summary>
public sealed record Summary(string Text)
{
    /// <summary>The model's title; null where it gave none, and without a model.</summary>
    public string? Title { get; init; }

    /// <summary>All of <see cref="Text"/>, in order; empty in summaries of earlier versions.</summary>
    public IReadOnlyList<SourcedSentence> Sentences { get; init => field = value ?? []; } = [];

    /// <summary>Of a segment, where minutes are asked for; else null.</summary>
    public MeetingMinutes? Minutes { get; init; }

    /// <summary>The provider that replaced the chosen one. Null: the chosen one wrote it.</summary>
    public string? WrittenBy { get; init; }
}
