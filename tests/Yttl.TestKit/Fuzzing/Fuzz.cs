using Xunit.Abstractions;

namespace Yttl.TestKit.Fuzzing;

/// <summary>
/// Tries a parser with good inputs, damaged ones and made ones: each is understood, or refused as the parser promises.
/// Nothing else escapes, nothing hangs, and memory stays in proportion to the input.
/// </summary>
public static class Fuzz
{
    /// <param name="budget">What the environment says, where none is given.</param>
    public static void Check(FuzzTarget target, ITestOutputHelper output, FuzzBudget? budget = null) =>
        output.WriteLine(new FuzzRun(target, budget ?? FuzzBudget.FromEnvironment()).Complete());
}
