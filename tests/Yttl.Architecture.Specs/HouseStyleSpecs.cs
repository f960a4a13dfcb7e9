using System.Text.RegularExpressions;

namespace Yttl.Architecture.Specs;

public sealed partial class HouseStyleSpecs
{
    private const int MostLines = 400;

    private static readonly string[] NotDomainNouns = ["Services", "Helpers", "Models", "Utils", "Common", "Misc"];

    [Fact]
    public void No_file_is_longer_than_the_stop() =>
        AllFiles().Where(file => file.Lines > MostLines).ShouldBeEmpty();

    [Fact]
    public void Folders_are_domain_nouns() =>
        AllFiles().Where(file => file.Path.Split('/').SkipLast(1).Any(NotDomainNouns.Contains)).ShouldBeEmpty();

    [Fact]
    public void No_type_is_a_manager_helper_service_or_util() =>
        AllFiles().SelectMany(file => VagueType().Matches(file.Text).Select(match => $"{file}: {match.Value}")).ShouldBeEmpty();

    [Fact]
    public void Specs_neither_sleep_nor_give_up_after_a_time_of_their_own() =>
        SourceTree.Files("tests").Where(file => file.Path.Contains(".Specs/", StringComparison.Ordinal))
            .Where(file => !file.Path.EndsWith("BannedSymbolSpecs.cs", StringComparison.Ordinal))
            .SelectMany(file => Clock().Matches(file.Text).Select(match => $"{file}: {match.Value}")).ShouldBeEmpty();

    private static IEnumerable<SourceFile> AllFiles() => SourceTree.Files("src").Concat(SourceTree.Files("tests"));

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w+(Manager|Helper|Helpers|Service|Util|Utils)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"Thread\.Sleep\(|\.Wait(Async|ForExit)?\(TimeSpan|new CancellationTokenSource\(TimeSpan")]
    private static partial Regex Clock();
}
