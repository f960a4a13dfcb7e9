using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;

namespace Yttl.Core.Specs.Summaries;

/// <summary>What a speaker says without meaning it is left out of a summary, and the rest stays as it was said.</summary>
public sealed class DisfluencySpecs
{
    [Theory]
    [InlineData("en", "The tide, um, rises uh twice, um a day.", "The tide rises twice, a day.")]
    [InlineData("en", "It takes, like, six hours, you know, and falls again.", "It takes, six hours, and falls again.")]
    [InlineData("en", "We, we need the the table of, of the pilots.", "We need the table of the pilots.")]
    [InlineData("en", "In the harbour, in the harbour ships wait.", "In the harbour ships wait.")]
    [InlineData("de", "Die Flut, äh, steigt, sozusagen, zweimal.", "Die Flut steigt, zweimal.")]
    public void Fillers_and_words_said_twice_are_left_out(string language, string said, string clean) =>
        Disfluencies.Remove(said, LanguageTag.Parse(language, null)).ShouldBe(clean);

    [Theory]
    [InlineData("en", "Islands like Malta, I think, have no tide.")]
    [InlineData("en", "I know that that tide had had no name.")]
    [InlineData("en", "Heights of 3, 3, 1 and 1 metres.")]
    [InlineData("en", "Um.")]
    [InlineData("de", "Wir fahren um die Insel, die die Flut umgibt.")]
    [InlineData("fr", "Nous nous voyons demain.")]
    [InlineData("xx", "um, um")]
    public void What_may_be_meant_stays(string language, string said) =>
        Disfluencies.Remove(said, LanguageTag.Parse(language, null)).ShouldBe(said);
}
