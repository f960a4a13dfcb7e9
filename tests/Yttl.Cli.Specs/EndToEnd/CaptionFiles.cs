using System.Globalization;
using System.Text;

namespace Yttl.Cli.Specs.EndToEnd;

internal static class CaptionFiles
{
    private static readonly string[] Sentences =
    [
        "The river rises in the mountains and carries meltwater to the plain.",
        "Engineers measured its speed at three bridges for ten years.",
        "In spring the water is fast and cold, in autumn it is slow and warm.",
        "The dam upstream changed the river more than the weather did.",
        "Fish that need cold water moved to the upper valley.",
        "Farmers on the plain now share the water by a written agreement.",
    ];

    /// <summary>A caption file with a cue every five seconds.</summary>
    public static string WebVtt(int minutes)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        for (var i = 0; i < minutes * 12; i++)
        {
            text.Append(Time(i * 5)).Append(" --> ").Append(Time(i * 5 + 4)).Append('\n')
                .Append(Sentences[i % Sentences.Length]).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>A cue a minute, which says its minute, so that no two segments are alike.</summary>
    public static string OfMinutes(int minutes) => "WEBVTT\n" + string.Concat(Enumerable.Range(0, minutes).Select(minute =>
        $"\n{Time(minute * 60)} --> {Time(minute * 60 + 50)}\nThis is minute {minute}, and it is about the stars.\n"));

    private static string Time(int seconds) =>
        TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
