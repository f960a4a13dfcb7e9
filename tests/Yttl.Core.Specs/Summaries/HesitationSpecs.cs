using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Specs.Summaries;

/// <summary>Fillers and repeated words are counted as by the regular expression that says what they are.</summary>
public sealed partial class HesitationSpecs
{
    private static readonly string[] Parts =
    [
        "um", "Uh", "you know", "YOU", "know", "i mean", "I", "like", "likely", "kind of", "sort", "of", "äh", "Ähm", "ähms", "euh", "eh",
        "the", "The", "tide", "tide_", "9", "12", "潮汐", "ความ", "é", "e\u0301", "a-b", "counterrevolutionary", "counterrevolutionarys",
        ",", ".", "'", "…", "\u00A0",
    ];

    private static readonly Gen<string> Texts =
        from parts in Gen.Elements(Parts).ListOf()
        from gaps in Gen.Elements(" ", " ", " ", ", ", ",", "  ", "").ListOf(parts.Count)
        select string.Concat(parts.Zip(gaps, (part, gap) => part + gap));

    [Fact]
    public void They_are_counted_as_by_the_regular_expression() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(Texts.ToArbitrary(), text => Hesitations.Count(text) == Pattern().Count(text)));

    [Theory]
    [InlineData("The, the tide and the the moon", 2)]
    [InlineData("Um, you know, it is, like, the tide", 3)]
    [InlineData("The tide tides, the moon moons", 0)]
    [InlineData("", 0)]
    public void A_word_said_twice_and_each_filler_counts_once(string text, int count) => Hesitations.Count(text).ShouldBe(count);

    [GeneratedRegex(
        @"\b(?:um|uh|you know|i mean|like|kind of|sort of|äh|ähm|euh|eh)\b|\b(\w{1,20}),? \1\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
