namespace Yttl.Core.Text;

/// <summary>Formats counts and durations in English.</summary>
public static class Quantity
{
    /// <summary><c>1 gap</c>, <c>1,200 gaps</c>.</summary>
    public static string Count(int count, string one, string many) =>
        count == 1 ? $"1 {one}" : Invariant($"{count:N0} {many}");

    /// <summary>Lists the first items, and how many there are beside them: <c>a, b and 3 more</c>.</summary>
    public static string First(int most, IReadOnlyList<string> items) =>
        string.Join(", ", items.Take(most)) + (items.Count > most ? Invariant($" and {items.Count - most} more") : "");

    /// <summary>Formats a duration: <c>48 ms</c>, <c>3.2 s</c>, <c>4 min 10 s</c>, <c>1 h 2 min</c>.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 0.9995 => Invariant($"{seconds * 1000:0} ms"),
        < 60 => Invariant($"{seconds:0.0} s"),
        < 3600 => Invariant($"{(int)seconds / 60} min {(int)seconds % 60} s"),
        _ => Invariant($"{(int)seconds / 3600} h {(int)seconds / 60 % 60} min"),
    };

    /// <summary>Formats a duration to whole seconds, or to whole minutes from two on: <c>34 s</c>, <c>5 min</c>.</summary>
    public static string Round(TimeSpan duration) => duration.TotalSeconds < 120
        ? Invariant($"{Math.Ceiling(duration.TotalSeconds):0} s")
        : Invariant($"{Math.Ceiling(duration.TotalMinutes):0} min");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
