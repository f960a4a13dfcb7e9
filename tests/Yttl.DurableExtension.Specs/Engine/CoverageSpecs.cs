using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Yttl.TestKit;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.DurableExtension.Specs.Engine;

public sealed partial class CoverageSpecs
{
    [Fact]
    public void Every_workflow_spec_runs_on_the_extension()
    {
        var all = Directory.EnumerateFiles(Repository.PathOf("tests/Yttl.Workflows.Specs"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => EngineSpecs().Matches(File.ReadAllText(file)))
            .Select(spec => spec.Groups["name"].Value)
            .ToList();
        var here = typeof(CoverageSpecs).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<EveryEngineAttribute>() is not null)
            .Select(method => method.Name);

        all.Count.ShouldBeGreaterThan(50);
        here.Order().ShouldBe(all.Order());
    }

    [Fact]
    public void The_extension_is_the_version_that_the_app_has_the_host_load()
    {
        var asked = typeof(TaskEntityDispatcher).Assembly.GetCustomAttribute<ExtensionInformationAttribute>()!;
        var loaded = typeof(DurableTaskExtension).Assembly;

        loaded.GetName().Name.ShouldBe(asked.ExtensionPackage);
        loaded.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion
            .Split('+')[0].ShouldBe(asked.ExtensionVersion);
    }

    [GeneratedRegex(@"\bEveryEngine\][^(]*?(?<name>\w+)\(")]
    private static partial Regex EngineSpecs();
}
