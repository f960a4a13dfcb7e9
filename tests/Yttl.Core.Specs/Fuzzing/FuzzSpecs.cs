using System.Text;
using Xunit.Abstractions;
using Yttl.Core.Failures;
using Yttl.TestKit.Fuzzing;

namespace Yttl.Core.Specs.Fuzzing;

/// <summary>A trial that finds nothing proves something only if it finds what is there.</summary>
public sealed class FuzzSpecs(ITestOutputHelper output)
{
    private static readonly FuzzBudget Small = new(Seed: 1, Count: 200);

    [Fact]
    public void What_is_understood_or_refused_as_promised_passes() => Fuzz.Check(
        Of(input => input.Length % 2 == 1 ? true : throw new YttlException(FailureCategory.Input, "x", "x")),
        output,
        Small);

    [Fact]
    public void Another_exception_is_reported_with_the_few_bytes_that_it_takes() =>
        Report(Of(input => input.Contains((byte)'<') ? throw new InvalidOperationException("a tag") : true))
            .ShouldSatisfyAllConditions(
                report => report.ShouldContain("InvalidOperationException: a tag"),
                report => report.ShouldContain("\n  1 bytes, in base64 PA==\n  that is: <"));

    [Fact]
    public void Memory_out_of_proportion_to_the_input_is_reported() =>
        Report(Of(input =>
        {
            for (var i = 0; i < 2000; i++)
                _ = GC.AllocateUninitializedArray<byte>(input.Length);
            return true;
        })).ShouldContain("MB were allocated");

    [Fact]
    public void A_parser_that_does_not_come_back_is_left_behind_and_reported()
    {
        using var released = new ManualResetEventSlim();
        var target = Of(_ =>
        {
            released.Wait();
            return true;
        });

        try
        {
            Report(target, Small with { Patience = TimeSpan.FromMilliseconds(50) }).ShouldContain("hangs");
        }
        finally
        {
            released.Set();
        }
    }

    [Fact]
    public void A_good_input_that_is_refused_is_reported_for_it_would_try_nothing() =>
        Report(Of(_ => false)).ShouldContain("a good input is not understood");

    [Fact]
    public void What_was_found_once_is_tried_whatever_the_budget() =>
        Report(
            Of(input => input.AsSpan().SequenceEqual("old"u8) ? throw new InvalidOperationException() : true)
                with { Found = FuzzBytes.Of("old") },
            Small with { Count = 0 })
            .ShouldContain("that is: old");

    [Fact]
    public void The_same_seed_gives_the_same_inputs_and_another_seed_others()
    {
        Inputs(1).ShouldBe(Inputs(1));
        Inputs(1).ShouldNotBe(Inputs(2));
    }

    private static string Inputs(int seed)
    {
        var inputs = new StringBuilder();
        new FuzzRun(
            Of(input =>
            {
                inputs.Append(Convert.ToHexString(input)).Append('\n');
                return true;
            }),
            new FuzzBudget(seed, 20)).Complete();
        return inputs.ToString();
    }

    private static string Report(FuzzTarget target, FuzzBudget? budget = null) =>
        Should.Throw<Xunit.Sdk.FailException>(() => new FuzzRun(target, budget ?? Small).Complete()).Message;

    private static FuzzTarget Of(Func<byte[], bool> read) =>
        new("spec", FuzzBytes.Of("<a>\n1\n</a>\n"), FuzzBytes.Of("<", ">", "a"), read);
}
