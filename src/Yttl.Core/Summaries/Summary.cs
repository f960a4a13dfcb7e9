namespace Yttl.Core.Summaries;

/// <summary>
/// A finished summary. The text is a model's and untrusted: paragraphs, or lines that begin with <c>- </c>.
/// </summary>
public sealed record Summary(string Text)
{
    /// <summary>The provider that replaced the chosen one. Null: the chosen one wrote it.</summary>
    public string? WrittenBy { get; init; }
}
