using System.Globalization;

namespace Yttl.Benchmarks.Results;

/// <summary>Figures as text, the same in every culture.</summary>
internal static class Figure
{
    public static string Seconds(TimeSpan time) => Seconds(time.TotalSeconds);

    public static string Seconds(double seconds) => Of($"{seconds:0.00} s");

    public static string Megabytes(double megabytes) => Of($"{megabytes:0} MB");

    public static string Ratio(double ratio) => Of($"{ratio:0.00}");

    public static string Count(int count) => Of($"{count}");

    /// <summary>With the unit that leaves one to three digits before the point.</summary>
    public static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Of($"{nanoseconds:0} ns"),
        < 1e6 => Of($"{nanoseconds / 1e3:0.0} µs"),
        < 1e9 => Of($"{nanoseconds / 1e6:0.0} ms"),
        _ => Of($"{nanoseconds / 1e9:0.00} s"),
    };

    public static string Bytes(double bytes) => bytes switch
    {
        < 1024 => Of($"{bytes:0} B"),
        < 1048576 => Of($"{bytes / 1024:0.0} KB"),
        _ => Of($"{bytes / 1048576:0.0} MB"),
    };

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
