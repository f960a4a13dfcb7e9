namespace Yttl.Core.Summaries;

/// <summary>A finished summary. The text is the model's, untrusted: paragraphs, or lines that begin with <c>- </c>.</summary>
public sealed record Summary(string Text)
{
    /// <summary>The provider that wrote it in place of the chosen one; null where it is the chosen one.</summary>
    public string? WrittenBy { get; init; }
}
