using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Workflows.Seam;

/// <summary>Names one execution of a workflow. A playlist's videos are <c>&lt;parent&gt;:&lt;index&gt;</c>.</summary>
[JsonConverter(typeof(TextConverter<RunId>))]
public readonly record struct RunId(string Value) : IParsable<RunId>
{
    private const char Below = ':';

    /// <summary>Whether no other run has started this one.</summary>
    public bool IsRoot => !Value.Contains(Below, StringComparison.Ordinal);

    /// <summary>The run above all others that led to this one; itself where <see cref="IsRoot"/>.</summary>
    public RunId Root => new(Value.Split(Below)[0]);

    /// <summary>The beginning of the ids of all runs below this one.</summary>
    public string PrefixBelow => $"{Value}{Below}";

    /// <summary>The beginning of the ids of the pages of a long list.</summary>
    public string PagePrefix => $"{PrefixBelow}page-";

    public RunId Child(int index) => new($"{PrefixBelow}{index}");

    /// <summary>A page of a long list. The videos of the page are children of the list.</summary>
    public RunId Page(int index) => new($"{PagePrefix}{index}");

    public override string ToString() => Value;

    public static RunId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("A run id is not blank.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RunId result)
    {
        result = new RunId(s ?? "");
        return !string.IsNullOrWhiteSpace(s);
    }
}
