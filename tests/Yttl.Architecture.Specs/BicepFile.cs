using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs;

/// <summary>A bicep file by its text, so that no compiler is needed. Blocks end at their own indentation.</summary>
internal sealed partial class BicepFile
{
    private BicepFile(string path, string text)
    {
        Path = path;
        Text = text;
        Parameters = [.. ParameterLine().Matches(text).Select(match => new BicepParameter(
            match.Groups["name"].Value, match.Groups["default"].Success))];
        Outputs = [.. OutputLine().Matches(text).Select(match => match.Groups["name"].Value)];
        Modules = [.. ModuleBlock().Matches(text).Select(match => new BicepModule(
            match.Groups["symbol"].Value,
            Beside(path, match.Groups["path"].Value),
            [.. PassedLine().Matches(ParametersBlock().Match(match.Value).Value)
                .Select(passed => passed.Groups["name"].Value)]))];
    }

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public IReadOnlyList<BicepParameter> Parameters { get; }

    public IReadOnlyList<string> Outputs { get; }

    public IReadOnlyList<BicepModule> Modules { get; }

    /// <summary>Each <c>symbol.outputs.name</c> in the text.</summary>
    public IEnumerable<(string Symbol, string Output)> OutputsUsed =>
        OutputUse().Matches(Text).Select(match => (match.Groups["symbol"].Value, match.Groups["name"].Value));

    /// <summary>The text of every resource of the type that the file declares rather than refers to.</summary>
    public IEnumerable<string> Resources(string type) => ResourceBlock().Matches(Text)
        .Where(match => match.Groups["type"].Value == type)
        .Select(match => match.Value);

    public static BicepFile Read(string path) => new(path, File.ReadAllText(Repository.PathOf(path)));

    public static IReadOnlyList<BicepFile> All() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read)];

    public override string ToString() => Path;

    private static string Beside(string path, string relative) => path[..(path.LastIndexOf('/') + 1)] + relative;

    [GeneratedRegex(@"^param (?<name>\w+) \w+(?<default> =)?", RegexOptions.Multiline)]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^output (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex OutputLine();

    [GeneratedRegex(
        @"^module (?<symbol>\w+) '(?<path>[^']+)' = .*?^}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModuleBlock();

    [GeneratedRegex("^  params: {.*?^  }", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ParametersBlock();

    [GeneratedRegex(@"^    (?<name>\w+):", RegexOptions.Multiline)]
    private static partial Regex PassedLine();

    [GeneratedRegex(@"\b(?<symbol>\w+)\.outputs\.(?<name>\w+)")]
    private static partial Regex OutputUse();

    [GeneratedRegex(
        @"^resource \w+ '(?<type>[^@']+)@[^']+' = .*?^}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ResourceBlock();
}

internal sealed record BicepParameter(string Name, bool HasDefault);

internal sealed record BicepModule(string Symbol, string Path, IReadOnlyList<string> Passed);
