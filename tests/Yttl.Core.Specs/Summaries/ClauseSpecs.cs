using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Specs.Summaries;

/// <summary>A sentence that runs on may be chosen in part: main clauses that stand alone.</summary>
public sealed class ClauseSpecs
{
    private static readonly LanguageTag English = LanguageTag.Parse("en", null);

    [Fact]
    public void A_main_clause_after_and_stands_alone() =>
        Clauses.Runs("The moon pulls the water of the sea, and we measure the tide at noon.", English).ShouldBe(
        [
            "The moon pulls the water of the sea, and we measure the tide at noon.",
            "The moon pulls the water of the sea.",
            "We measure the tide at noon.",
        ]);

    [Fact]
    public void Where_the_speaker_begins_anew_a_clause_begins() =>
        Clauses.Runs("The pilots, who came from… The harbour closes its gates before the evening.", English)
            .ShouldContain("The harbour closes its gates before the evening.");

    [Theory]
    [InlineData("The tide rises because the moon pulls, and then falls to the ground.")]
    [InlineData("Tables, ropes and sails are sold in the harbour of Bremen.")]
    [InlineData("Do we wait for the flood in here, or do we sail at noon?")]
    [InlineData("The tide rises, and we wait.")]
    public void What_does_not_stand_alone_stays_together(string sentence) => Clauses.Runs(sentence, English).ShouldBe([sentence]);

    [Fact]
    public void Languages_without_known_joints_have_whole_sentences() =>
        Clauses.Runs("Luna atrage apa mării, și noi măsurăm mareea la prânz.", LanguageTag.Parse("ro", null)).Count().ShouldBe(1);
}
