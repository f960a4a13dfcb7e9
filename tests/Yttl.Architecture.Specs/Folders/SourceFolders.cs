using Microsoft.CodeAnalysis;

namespace Yttl.Architecture.Specs.Folders;

/// <summary>The folders of a project, as paths from its root; generated trees have none.</summary>
internal sealed class SourceFolders(string root)
{
    public const string Root = "(root)";

    public string? Find(SyntaxTree? tree)
    {
        if (tree is null || PathOf(tree) is not { } path
            || path.StartsWith("obj/", StringComparison.Ordinal) || path.EndsWith(".g.cs", StringComparison.Ordinal))
            return null;
        return path.LastIndexOf('/') is > 0 and var end ? path[..end] : Root;
    }

    public string PlaceOf(SyntaxNode node) =>
        $"{PathOf(node.SyntaxTree)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Where the symbol is written; what is generated into a type counts as the type's own.</summary>
    public IReadOnlyCollection<string> Declaring(ISymbol symbol)
    {
        for (var declared = symbol; declared is not null and not INamespaceSymbol; declared = declared.ContainingSymbol)
        {
            var folders = declared.Locations.Select(location => Find(location.SourceTree)).OfType<string>().Distinct().ToArray();
            if (folders.Length > 0)
                return folders;
        }
        return [];
    }

    private string PathOf(SyntaxTree tree) => Path.GetRelativePath(root, Path.Combine(root, tree.FilePath)).Replace('\\', '/');
}
