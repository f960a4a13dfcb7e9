using System.Globalization;
using Yttl.Core.Captions;

namespace Yttl.Core.Specs.Captions;

/// <summary>Cues as short text, so that specs show what they expect: <c>1.5-2 Hello/world</c>.</summary>
internal static class CueLines
{
    public static string[] Of(IEnumerable<Cue> cues) => [.. cues.Select(Line)];

    public static Cue Cue(double start, double end, string text) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    private static string Line(Cue cue) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cue.Start.TotalSeconds}-{cue.End.TotalSeconds} {cue.Text.Replace('\n', '/')}");
}
