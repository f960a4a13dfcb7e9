using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Processes;

/// <summary>
/// A program that runs YouTube's JavaScript for yt-dlp. The list, its order and the minimum versions are those of
/// https://github.com/yt-dlp/yt-dlp/blob/master/yt_dlp/utils/_jsruntime.py; bun is left out, because yt-dlp has
/// deprecated it and it does not run that code in a sandbox.
/// </summary>
/// <param name="Name">Name for yt-dlp's <c>--js-runtimes</c>.</param>
/// <param name="OnByDefault">True where yt-dlp uses it without an option.</param>
internal sealed partial record JavaScriptRuntime(
    string Name, string Program, string VersionArgument, Regex VersionLine, Version Oldest, bool OnByDefault)
{
    public static readonly IReadOnlyList<JavaScriptRuntime> ByPreference =
    [
        new("deno", "deno", "--version", DenoLine(), new Version(2, 3, 0), OnByDefault: true),
        new("node", "node", "--version", NodeLine(), new Version(22, 0, 0), OnByDefault: false),
        new("quickjs", "qjs", "--help", QuickJsLine(), new Version(2023, 12, 9), OnByDefault: false),
    ];

    /// <returns>
    /// The version as the program prints it, and whether yt-dlp supports it; null where it prints none.
    /// </returns>
    public (string Version, bool IsSupported)? ReadVersion(string output)
    {
        var match = VersionLine.Match(output);
        if (!match.Success)
            return null;
        var isNextGeneration = match.Groups["ng"].Success;
        return (match.Groups["version"].Value, isNextGeneration || Number(match) >= Oldest);
    }

    private static Version Number(Match match) => new(Part(match, "major"), Part(match, "minor"), Part(match, "patch"));

    private static int Part(Match match, string name) =>
        int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            ? part
            : 0;

    private const string Dotted = @"(?<version>(?<major>\d+)\.(?<minor>\d+)(?:\.(?<patch>\d+))?\S*)";

    [GeneratedRegex("^deno " + Dotted, RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex DenoLine();

    [GeneratedRegex("^v" + Dotted, RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NodeLine();

    [GeneratedRegex(
        @"^QuickJS(?:(?<ng>-ng))?\s+version\s+(?<version>(?<major>\d+)[.-](?<minor>\d+)(?:[.-](?<patch>\d+))?\S*)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex QuickJsLine();
}
