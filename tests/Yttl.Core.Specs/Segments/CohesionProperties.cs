using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Segments;

public sealed class CohesionProperties
{
    private static readonly Arbitrary<int[][]> Talks =
        Gen.Choose(0, 600).Select(term => term * term / 600).ArrayOf().ArrayOf().Where(talk => talk.Length > 1).ToArbitrary();

    [Fact]
    public void Both_sides_are_compared_by_the_cosine_of_how_often_they_have_each_term() => Prop.ForAll(Talks, talk =>
    {
        var (left, right) = (new TermCounts(), new TermCounts());
        for (var at = 1; at < talk.Length; at++)
        {
            // What was counted for the place before is forgotten.
            var cohesion = Cohesion.Across(talk, 0, at, talk.Length, left, right);
            var sides = (Count(talk[cohesion.From..at]), Count(talk[at..cohesion.To]));
            if (Math.Abs(cohesion.Value - Cosine(sides.Item1, sides.Item2)) > 1e-12)
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static Dictionary<int, int> Count(int[][] sentences) =>
        sentences.SelectMany(terms => terms).CountBy(term => term).ToDictionary();

    private static double Cosine(Dictionary<int, int> left, Dictionary<int, int> right)
    {
        var dot = left.Sum(term => (double)term.Value * right.GetValueOrDefault(term.Key));
        return dot == 0 ? 0 : dot / Math.Sqrt(Square(left) * Square(right));
    }

    private static double Square(Dictionary<int, int> counts) => counts.Values.Sum(count => (double)count * count);
}
