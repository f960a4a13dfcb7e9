using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Summaries;

public sealed class TokenSpecs
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("four", 1)]
    [InlineData("eight by", 2)]
    [InlineData("язык", 2)]
    [InlineData("日本語", 3)]
    [InlineData("한국", 2)]
    [InlineData("🙂", 2)]
    public void Tokens_are_estimated_by_script(string text, int tokens) => TokenEstimate.Estimate(text).ShouldBe(tokens);

    [Fact]
    public void A_broken_surrogate_is_estimated_too() => TokenEstimate.Estimate("a\ud83d").ShouldBe(2);

    private static readonly Arbitrary<string[]> Lines = ArbMap.Default.GeneratorFor<NonEmptyString>()
        .Select(text => text.Get.Replace(' ', 'x')).Resize(60).ArrayOf().ToArbitrary();

    [Fact]
    public void Pieces_hold_all_lines_in_order_and_each_fits() => Check.QuickThrowOnFailure(Prop.ForAll(
        Lines, Gen.Choose(8, 200).ToArbitrary(),
        (lines, budget) =>
        {
            var pieces = Pieces(lines, budget);
            return string.Concat(pieces.SelectMany(piece => piece)) == string.Concat(lines)
                && pieces.All(piece => piece.Count > 0)
                && pieces.All(piece => piece.Sum(line => Math.Min(budget, TokenEstimate.Estimate(line) + 3)) <= budget);
        }));

    [Fact]
    public void What_fits_is_one_piece_and_keeps_its_lines() =>
        Pieces(["one line", "another line"], 20)
            .ShouldHaveSingleItem().ShouldBe(["one line", "another line"]);

    [Fact]
    public void Pieces_are_about_equally_large()
    {
        // 100 lines of 13 tokens into pieces of at most 500: three, and none of them a rest.
        var pieces = Pieces([.. Enumerable.Repeat(new string('x', 40), 100)], 500);

        pieces.Select(piece => piece.Count).ShouldBe([33, 34, 33], ignoreOrder: true);
    }

    [Fact]
    public void A_line_over_the_budget_is_cut_at_spaces()
    {
        var line = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}"));

        var pieces = Pieces([line], 50);

        string.Join(' ', pieces.SelectMany(piece => piece)).ShouldBe(line);
    }

    [Fact]
    public void A_very_long_line_is_not_copied_for_every_cut()
    {
        var line = string.Concat(Enumerable.Repeat("word ", 200_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Pieces([line], 2_500);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_very_long_line_is_not_cut_after_cancelling() => Should.Throw<OperationCanceledException>(
        () => TokenBudget.Pieces([new PromptSentence(new string('x', 100_000), [])], 50, new CancellationToken(canceled: true)));

    [Fact]
    public void No_lines_are_no_pieces() => Pieces([], 50).ShouldBeEmpty();

    private static IReadOnlyList<IReadOnlyList<string>> Pieces(string[] lines, int budget) =>
    [
        .. TokenBudget.Pieces([.. lines.Select(line => new PromptSentence(line, []))], budget, CancellationToken.None)
            .Select(piece => (IReadOnlyList<string>)[.. piece.Select(passage => passage.Text)]),
    ];
}
