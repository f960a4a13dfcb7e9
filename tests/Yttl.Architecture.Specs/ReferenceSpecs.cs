using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>Who may know whom. Scanned in the text, so that a reference cannot hide behind a package.</summary>
public sealed class ReferenceSpecs
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["Yttl.Core"] = [],
        ["Yttl.Workflows"] = ["Yttl.Core"],
        ["Yttl.LocalEngine"] = ["Yttl.Workflows"],
        ["Yttl.Web"] = ["Yttl.LocalEngine"],
        ["Yttl.Cli"] = ["Yttl.Web"],
        ["Yttl.Whisper"] = [],
        ["Yttl.Functions"] = ["Yttl.Workflows"],
    };

    /// <summary>Engines, hosts and native code: code that names one cannot run on the other.</summary>
    private static readonly string[] HostNames =
    [
        "Microsoft.DurableTask", "Microsoft.Azure.Functions", "Azure.Storage", "Whisper.net", "FFMpegCore",
        "Microsoft.AspNetCore", "Spectre.Console", "System.CommandLine",
    ];

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        var wrong = SourceTree.Projects()
            .Where(project => project.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(project => SourceTree.References(project, "ProjectReference")
                .Where(reference => !AllowedProjects[Path.GetFileNameWithoutExtension(project)].Contains(reference))
                .Select(reference => $"{project} -> {reference}"));

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src/Yttl.Core")]
    [InlineData("src/Yttl.Workflows")]
    [InlineData("src/Yttl.LocalEngine")]
    public void Nothing_below_the_hosts_names_a_host(string folder)
    {
        var wrong = SourceTree.Files(folder)
            .SelectMany(file => HostNames.Where(name => file.Text.Contains(name, StringComparison.Ordinal))
                .Select(name => $"{file} names {name}"));

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Workflows_bring_no_package_but_the_analyzer_that_guards_them() =>
        SourceTree.References("src/Yttl.Workflows/Yttl.Workflows.csproj", "PackageReference")
            .ShouldBe(["Microsoft.CodeAnalysis.BannedApiAnalyzers"]);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Yttl.Functions.sln")).Replace('\\', '/');

        SourceTree.Projects().Where(project => !solution.Contains(project, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_solution_filter_leaves_out_only_what_does_not_restore_everywhere()
    {
        var filter = File.ReadAllText(Repository.PathOf("Yttl.Local.slnf"));

        SourceTree.Projects()
            .Where(project => !filter.Contains(project, StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => !name!.StartsWith("Yttl.Functions", StringComparison.Ordinal)
                && !name.StartsWith("Yttl.DurableExtension", StringComparison.Ordinal)
                && !name.StartsWith("Yttl.Whisper", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
