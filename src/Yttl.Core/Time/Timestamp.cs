using System.Globalization;

namespace Yttl.Core.Time;

/// <summary>Formats times for people: <c>4:07</c>, <c>1:02:33</c>, in whole seconds, rounded down.</summary>
public static class Timestamp
{
    public static string Text(TimeSpan time)
    {
        var seconds = (long)Math.Max(0, Math.Floor(time.TotalSeconds));
        return seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }
}
