namespace Yttl.TestKit;

/// <summary>A page of the project's documentation.</summary>
/// <param name="Path">Relative to the checkout, with forward slashes.</param>
public sealed record MarkdownPage(string Path, string Text)
{
    /// <summary>README.md and everything below <c>docs/</c>, in order of their paths.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new MarkdownPage(path, File.ReadAllText(Repository.PathOf(path)))),
    ];

    /// <summary>What stands between fences, without them.</summary>
    public IEnumerable<CodeBlock> CodeBlocks()
    {
        var lines = Text.ReplaceLineEndings("\n").Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].StartsWith("```", StringComparison.Ordinal))
                continue;
            var end = Array.IndexOf(lines, "```", start + 1);
            if (end < 0)
                throw new FormatException($"{Path}:{start + 1}: a code block without an end");
            yield return new CodeBlock(this, start + 2, lines[start][3..].Trim(), lines[(start + 1)..end]);
            start = end;
        }
    }

    public override string ToString() => Path;
}

/// <param name="Line">Of its first line of code in the page, from 1.</param>
/// <param name="Language">As the fence names it; blank for none.</param>
public sealed record CodeBlock(MarkdownPage Page, int Line, string Language, IReadOnlyList<string> Lines)
{
    public string Code => string.Join('\n', Lines) + "\n";

    public override string ToString() => $"{Page}:{Line}";
}
