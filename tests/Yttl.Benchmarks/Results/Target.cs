using System.Globalization;

namespace Yttl.Benchmarks.Results;

/// <summary>What a ratio should be.</summary>
/// <param name="IsLeast">Whether more is better.</param>
internal sealed record Target(double Value, bool IsLeast)
{
    public static Target AtLeast(double value) => new(value, IsLeast: true);

    public static Target AtMost(double value) => new(value, IsLeast: false);

    public bool IsMetBy(double ratio) => IsLeast ? ratio >= Value : ratio <= Value;

    public override string ToString() =>
        (IsLeast ? "at least " : "at most ") + Value.ToString("0.###", CultureInfo.InvariantCulture);
}
