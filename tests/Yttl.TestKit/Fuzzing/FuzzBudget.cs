using System.Globalization;

namespace Yttl.TestKit.Fuzzing;

/// <summary>
/// How much is tried. The same seed gives the same inputs, so that what a build server finds is found again here; a
/// long run sets another <c>YTTL_FUZZ_SEED</c>, and inputs per parser in <c>YTTL_FUZZ_COUNT</c>.
/// </summary>
public sealed record FuzzBudget(int Seed, int Count)
{
    /// <summary>No single input takes a thousandth of this, however busy the machine is.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    public static FuzzBudget FromEnvironment() =>
        new(Number("YTTL_FUZZ_SEED", 20261121), Number("YTTL_FUZZ_COUNT", 250));

    private static int Number(string variable, int whenUnset) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : whenUnset;
}
