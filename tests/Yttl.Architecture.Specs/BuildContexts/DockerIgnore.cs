using System.Text.RegularExpressions;
using Yttl.TestKit;

namespace Yttl.Architecture.Specs.BuildContexts;

/// <summary>What <c>.dockerignore</c> keeps out of a build context. Two programs read it, each by rules of its own.</summary>
/// <param name="Rules">In the order of the file.</param>
internal sealed record DockerIgnore(IReadOnlyList<string> Rules)
{
    public static DockerIgnore OfTheCheckout() => new(
        [.. File.ReadAllLines(Repository.PathOf(".dockerignore")).Where(line => line.Length > 0 && line[0] != '#')]);

    /// <summary>
    /// As Docker reads it: the last rule that matches a path or a folder above it decides
    /// (https://github.com/moby/patternmatcher).
    /// </summary>
    public bool KeepsOutOfDocker(string path) =>
        Rules.LastOrDefault(rule => WithFoldersAbove(path).Any(Docker(rule).IsMatch)) is { } last && last[0] != '!';

    /// <summary>
    /// As <c>az acr build</c> reads it: a path follows the last rule that matches it, but only if that comes after the
    /// rule that its folder follows (azure-cli, <c>command_modules/acr/_archive_utils.py</c>).
    /// </summary>
    public bool KeepsOutOfAcr(string path)
    {
        var decides = -1;
        foreach (var part in WithFoldersAbove(path).Prepend(""))
            for (var rule = Rules.Count - 1; rule > decides; rule--)
                if (Acr(Rules[rule]).IsMatch(part))
                    decides = rule;
        return decides >= 0 && Rules[decides][0] != '!';
    }

    private static IEnumerable<string> WithFoldersAbove(string path) =>
        path.Split('/').Select((_, index) => string.Join('/', path.Split('/').Take(index + 1)));

    private static Regex Docker(string rule) => new(
        "^" + Letters(rule.TrimStart('!').Trim('/')).Replace("[^/]*[^/]*/", "(.*/)?", StringComparison.Ordinal) + "$");

    /// <summary><c>**/</c> is any text there, and a slash at the end of a rule is a part of it.</summary>
    private static Regex Acr(string rule) => new(
        "^" + Letters(rule[0] == '!' ? rule[1..].Trim('/') : rule)
            .Replace("[^/]*[^/]*/", ".*", StringComparison.Ordinal) + "$");

    private static string Letters(string rule) =>
        Regex.Escape(rule).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
