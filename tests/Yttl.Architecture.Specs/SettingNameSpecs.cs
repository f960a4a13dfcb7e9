using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Yttl.Core.Settings;

namespace Yttl.Architecture.Specs;

/// <summary>Messages name settings, and each host words them: what they share names no option.</summary>
public sealed partial class SettingNameSpecs
{
    /// <summary>Files whose options are those of other programs.</summary>
    private static readonly string[] ArgumentsOfTools =
        ["src/Yttl.Core/Hardware/HardwareProbe.cs", "src/Yttl.Core/Sources/Sites/YtDlpArguments.cs"];

    private static readonly HashSet<string> Keys = SettingTable.All.Select(setting => setting.Key).ToHashSet();

    private static readonly HashSet<string> Flags = SettingTable.All.Select(setting => setting.Flag).ToHashSet();

    [Fact]
    public void No_text_of_what_hosts_share_contains_an_option() =>
        new[] { "src/Yttl.Core", "src/Yttl.Workflows", "src/Yttl.LocalEngine" }
            .SelectMany(SourceTree.Files)
            .Where(file => !ArgumentsOfTools.Contains(file.Path))
            .SelectMany(file => Texts(file).Where(HasFlag).Select(text => $"{file}: {text}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_setting_that_a_message_names_is_in_the_table()
    {
        var named = SourceTree.Files("src")
            .SelectMany(file => Named().Matches(file.Text))
            .Select(match => match.Groups[1].Value);
        // The other settings that are named are those of a capability.
        var ofCapabilities = SourceTree.Files("src/Yttl.Core")
            .SelectMany(file => OfCapability().Matches(file.Text))
            .SelectMany(match => new[] { $"llm_{match.Groups[1].Value}", $"whisper_{match.Groups[1].Value}" });

        named.ShouldNotBeEmpty();
        named.Concat(ofCapabilities).Where(key => !Keys.Contains(key)).ShouldBeEmpty();
        SourceTree.Files("src").Where(file => Composed().IsMatch(file.Text)).Select(file => file.Path)
            .ShouldBe(["src/Yttl.Core/Providers/ProviderCapability.cs"]);
    }

    private static IEnumerable<string> Texts(SourceFile file) =>
        CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(token => token.ValueText);

    /// <summary>Whether it holds an option, or ends with the beginning of one: <c>--max-concurrent-</c>.</summary>
    private static bool HasFlag(string text) => Option().Matches(text).Any(match =>
        Flags.Contains(match.Value)
        || (match.Value.EndsWith('-') && match.Index + match.Length == text.Length
            && Flags.Any(flag => flag.StartsWith(match.Value, StringComparison.Ordinal))));

    [GeneratedRegex("(?<![a-z-])--[a-z][a-z0-9-]*")]
    private static partial Regex Option();

    [GeneratedRegex("""SettingName\.For\("([^"]*)"\)""")]
    private static partial Regex Named();

    [GeneratedRegex("""\.Setting\("([^"]*)"\)""")]
    private static partial Regex OfCapability();

    [GeneratedRegex("""SettingName\.For\([^"]""")]
    private static partial Regex Composed();
}
