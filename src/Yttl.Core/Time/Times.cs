namespace Yttl.Core.Time;

/// <summary>Compares times.</summary>
internal static class Times
{
    public static TimeSpan Earlier(TimeSpan left, TimeSpan right) => left < right ? left : right;

    public static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
