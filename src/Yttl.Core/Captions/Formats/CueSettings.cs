using System.Text.RegularExpressions;

namespace Yttl.Core.Captions.Formats;

/// <summary>
/// What may stand behind the times of a cue and is not spoken: WebVTT's settings (https://www.w3.org/TR/webvtt1/#webvtt-cue-settings-list),
/// those of its drafts, and SubRip's coordinates.
/// </summary>
internal static partial class CueSettings
{
    /// <summary>Returns the text behind the times without settings; the empty string where there is none.</summary>
    public static string Remove(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        text = $" {text}";
        var known = Known().Match(text).Length;
        return OfSomeName().IsMatch(text.AsSpan(known)) ? "" : text[known..];
    }

    [GeneratedRegex(
        @"^(?:\s+(?:(?:align|position|line|size|vertical|region)(?:[:=]\S+|\s*:\s*(?:-?[\d.]+%?|start|middle|center|end|left|right|auto|rl|lr)(?!\S))|[XY][12]:\s*\d+"
        + @"|[ADLSTR]:(?:-?[\d.]+%?|start|middle|end|left|right|center|vertical(?:-lr)?)(?!\S)))+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Known();

    /// <summary>A setting that a newer WebVTT may have; speech is more than such words.</summary>
    [GeneratedRegex(@"^(?:\s+[a-z]+(?:-[a-z]+)*:[\w.,%-]+)*\s*$")]
    private static partial Regex OfSomeName();
}
