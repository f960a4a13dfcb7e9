using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Yttl.Architecture.Specs.Folders;

/// <summary>
/// Compiles a project as its build does: its sources and global usings, its packages and frameworks, the source
/// generators.
/// </summary>
internal static class ProjectCompilation
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly string[] GeneratorFiles =
    [
        "Microsoft.NETCore.App/System.Text.Json.SourceGeneration.dll",
        "Microsoft.NETCore.App/System.Text.RegularExpressions.Generator.dll",
        "Microsoft.NETCore.App/Microsoft.Interop.LibraryImportGenerator.dll",
        "Microsoft.AspNetCore.App/Microsoft.Extensions.Logging.Generators.dll",
    ];

    private static readonly ISourceGenerator[] Generators =
        [.. GeneratorFiles.Select(file => Path.Combine(Pack(Path.GetDirectoryName(file)!), "analyzers", "dotnet", "cs", Path.GetFileName(file)))
            .SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetGenerators(LanguageNames.CSharp))];

    private static readonly ConcurrentDictionary<string, MetadataReference> References = new();

    /// <param name="project">Its folder; it has been built in <paramref name="configuration"/>.</param>
    public static CSharpCompilation From(string project, string configuration)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project, "obj", "project.assets.json")));
        var target = assets.RootElement.GetProperty("targets").EnumerateObject()
            .First(target => !target.Name.Contains('/', StringComparison.Ordinal));
        var sources = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(project, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Concat(Directory.EnumerateFiles(Path.Combine(project, "obj", configuration, target.Name), "*.GlobalUsings.g.cs"));
        var frameworks = assets.RootElement.GetProperty("project").GetProperty("frameworks").GetProperty(target.Name)
            .GetProperty("frameworkReferences").EnumerateObject()
            .SelectMany(framework => Directory.EnumerateFiles(Path.Combine(Pack(framework.Name), "ref", target.Name), "*.dll"));
        return From(
            sources.Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))),
            frameworks.Concat(Libraries(assets.RootElement, target, project, configuration)));
    }

    /// <summary>Of sources at hand, on the framework alone.</summary>
    public static CSharpCompilation From(IEnumerable<(string Path, string Text)> sources) =>
        From(sources, Directory.EnumerateFiles(Path.Combine(Pack("Microsoft.NETCore.App"), "ref"), "*.dll", SearchOption.AllDirectories));

    private static CSharpCompilation From(IEnumerable<(string Path, string Text)> sources, IEnumerable<string> references)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Parsing, source.Path)).ToArray();
        var kind = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax))
            ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Project", trees, references.Select(Reference),
            new CSharpCompilationOptions(kind, allowUnsafe: true));
        CSharpGeneratorDriver.Create(Generators, parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return (CSharpCompilation)whole;
    }

    /// <summary>One for all compilations: then they share what was read of it.</summary>
    private static MetadataReference Reference(string path) => References.GetOrAdd(path, file => MetadataReference.CreateFromFile(file));

    /// <summary>What packages and other projects compile against.</summary>
    private static IEnumerable<string> Libraries(JsonElement assets, JsonProperty target, string project, string configuration)
    {
        var packages = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        foreach (var library in target.Value.EnumerateObject().Where(library => library.Value.TryGetProperty("compile", out _)))
        {
            var path = assets.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            var assemblies = library.Value.GetProperty("compile").EnumerateObject().Select(asset => asset.Name)
                .Where(name => name.EndsWith(".dll", StringComparison.Ordinal));
            foreach (var assembly in assemblies)
            {
                yield return library.Value.GetProperty("type").GetString() == "project"
                    ? Path.Combine(project, Path.GetDirectoryName(path)!, "bin", configuration, target.Name, Path.GetFileName(assembly))
                    : packages.Select(folder => Path.Combine(folder, path, assembly)).First(File.Exists);
            }
        }
    }

    /// <summary>The SDK's newest reference pack of a framework.</summary>
    private static string Pack(string framework)
    {
        var packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", framework + ".Ref");
        return Path.GetFullPath(Directory.EnumerateDirectories(packs).MaxBy(pack => Version.Parse(Path.GetFileName(pack)))!);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
