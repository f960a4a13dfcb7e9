using Xunit.Abstractions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs.Folders;

/// <summary>Inside a project, too, references point one way: a folder is understood from what lies below it.</summary>
public sealed class FolderSpecs(ITestOutputHelper output)
{
    /// <summary>The specs stand in bin/CONFIGURATION/FRAMEWORK, as do the projects that were built with them.</summary>
    internal static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Of src, and built: what does not restore here cannot be compiled.</summary>
    public static TheoryData<string> Projects =>
        [.. SourceTree.Projects().Where(project => project.StartsWith("src/", StringComparison.Ordinal))
            .Select(project => Path.GetDirectoryName(project)!)
            .Where(project => Directory.Exists(Repository.PathOf($"{project}/bin/{Configuration}")))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_point_one_way(string project)
    {
        var folder = Repository.PathOf(project);
        var graph = FolderGraph.From(ProjectCompilation.From(folder, Configuration), folder);

        output.WriteLine($"{project}: {graph.Describe()}");
        graph.Unbound.ShouldBeEmpty();
        graph.DescribeCycles().ShouldBeEmpty();
    }
}
