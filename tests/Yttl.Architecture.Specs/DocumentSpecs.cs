using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>The documents name what is there, all of it, and nothing else.</summary>
public sealed partial class DocumentSpecs
{
    private static readonly string Troubleshooting =
        MarkdownPage.All.Single(page => page.Path == "docs/troubleshooting.md").Text;

    /// <summary>What looks like a code and is none: names of files, hosts, control-group files, telemetry.</summary>
    private static readonly string[] OtherEndings =
        [".json", ".html", ".wav", ".ogg", ".flac", ".js", ".css", ".lock", ".com", ".be", ".org", ".cpp", ".max", ".stat", ".current", ".type", ".db", ".vtt", ".gemini"];

    private static readonly HashSet<string> Codes =
    [
        .. SourceTree.Files("src")
            .SelectMany(file => CodeInSource().Matches(file.Text))
            .Select(match => match.Groups["code"].Value)
            .Where(code => !OtherEndings.Any(code.EndsWith) && !code.StartsWith("yttl.", StringComparison.Ordinal)),
        // What every kind of model of a provider can fail with stands there once, without its kind.
        .. SourceTree.Files("src")
            .SelectMany(file => CodeOfProvider().Matches(file.Text))
            .SelectMany(match => new[] { "model", "speech" }.Select(kind => $"{kind}.{match.Groups["code"].Value}")),
    ];

    [Fact]
    public void Every_failure_code_is_explained() =>
        Codes.Where(code => !Troubleshooting.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_code_that_is_explained_exists() =>
        (from row in Troubleshooting.Split('\n')
         where row.StartsWith('|')
         from match in CodeInCell().Matches(row.Split('|')[1])
         let code = match.Groups["code"].Value
         where !Codes.Contains(code)
         select code).ShouldBeEmpty();

    [Fact]
    public void Every_variable_that_is_named_exists()
    {
        var used = string.Concat(Used().Select(File.ReadAllText));

        (from page in MarkdownPage.All
         from match in Variable().Matches(page.Text)
         where !Exists(match.Value)
         select $"{page}: {match.Value}").ShouldBeEmpty();

        // A setting is read under YTTL_ and its key in capitals: the variable itself stands nowhere in the source.
        bool Exists(string variable) =>
            used.Contains(variable, StringComparison.Ordinal)
            || used.Contains($"\"{variable["YTTL_".Length..].ToLowerInvariant()}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_within_the_documents_leads_somewhere() =>
        (from page in MarkdownPage.All
         from match in Link().Matches(page.Text)
         let target = match.Groups["target"].Value
         where !target.Contains("://", StringComparison.Ordinal)
         let path = Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, target)
         where !Path.Exists(path)
         select $"{page}: {target}").ShouldBeEmpty();

    /// <summary>
    /// Such as <c>./yttl-azure</c> and <c>--project src/Yttl.Functions</c>. Of what a command makes, the folder is there.
    /// </summary>
    [Fact]
    public void Every_file_that_a_command_names_is_there()
    {
        var named = (from page in MarkdownPage.All
                     from block in page.CodeBlocks()
                     from line in block.Lines
                     from match in FileInCommand().Matches(line)
                     select (Place: $"{block}", Path: match.Groups["path"].Value)).ToList();

        named.ShouldContain(file => file.Path == "yttl-azure");
        named.Where(file => !Path.Exists(Repository.PathOf(file.Path))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Used() =>
        new[] { "src", "infra", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".bicep" or ".sh" or ".json"
                && !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Append(Repository.PathOf("yttl"));

    [GeneratedRegex("""(?<!//.*)"(?<code>[a-z]+\.[a-z]+(-[a-z]+)*)(?=")""", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInSource();

    [GeneratedRegex("""\.Failure\(\s*FailureCategory\.\w+,\s*"(?<code>[a-z]+(-[a-z]+)*)(?=")""", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeOfProvider();

    [GeneratedRegex("`(?<code>[a-z]+\\.[a-z]+(-[a-z]+)*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInCell();

    [GeneratedRegex(@"\bYTTL_[A-Z][A-Z_]*[A-Z]\b")]
    private static partial Regex Variable();

    [GeneratedRegex(
        """
        (?<![\w/.:~-])
        ( \./(?<path>[\w-]+)(?![\w.])
        | (?<path>(src|tests|infra|docs|samples)/[\w./-]+?)(?=(/bin/\S*|/local\.settings\.json)?(\s|$))
        | (?<path>[\w.]+\.sample\.json) )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex FileInCommand();

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
