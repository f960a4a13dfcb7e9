using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>Queries and alerts ask for names; a name that the code does not give would answer nothing, in silence.</summary>
public sealed partial class TelemetryQuerySpecs
{
    [Fact]
    public void Every_name_that_a_query_asks_for_is_one_that_the_code_gives()
    {
        var source = string.Concat(SourceTree.Files("src").Select(file => file.Text));
        var asked = Directory.EnumerateFiles(Repository.PathOf("infra/queries"), "*.kql")
            .SelectMany(path => Name().Matches(File.ReadAllText(path)).Select(match => match.Groups["name"].Value))
            .Distinct().ToList();

        asked.ShouldNotBeEmpty();
        asked.Where(name => !source.Contains($"\"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"'(?<name>(yttl|gen_ai|error)\.[\w.]+)'")]
    private static partial Regex Name();
}
