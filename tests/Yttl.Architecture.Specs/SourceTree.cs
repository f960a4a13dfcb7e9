using System.Xml.Linq;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>The source text as it stands in the checkout.</summary>
internal static class SourceTree
{
    public static IReadOnlyList<SourceFile> Files(string folder) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(IsWritten)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Repository.PathOf(path))))];

    public static IReadOnlyList<string> Projects() =>
        [.. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(IsWritten)
            .Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> References(string project, string kind) =>
        [.. XDocument.Load(Repository.PathOf(project)).Descendants(kind)
            .Select(reference => (string)reference.Attribute("Include")!)
            .Select(include => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include)];

    /// <summary>By people: a build leaves sources and even projects of its own.</summary>
    private static bool IsWritten(string path) => !path.Split('/').Any(part => part is "bin" or "obj");
}

internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    public override string ToString() => Path;
}
