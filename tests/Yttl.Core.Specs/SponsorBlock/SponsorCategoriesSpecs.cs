using Yttl.Core.Failures;
using Yttl.Core.SponsorBlock;

namespace Yttl.Core.Specs.SponsorBlock;

public sealed class SponsorCategoriesSpecs
{
    [Theory]
    [InlineData("sponsor", "sponsor")]
    [InlineData(" Sponsor ", "sponsor")]
    [InlineData("music-offtopic", "music_offtopic")]
    [InlineData("hook", "hook")]
    public void A_category_is_understood_in_any_case(string name, string category) =>
        SponsorCategories.Parse(name).ShouldBe(category);

    [Theory]
    [InlineData("sponser", "'sponsor'")]
    [InlineData("selfpromotion", "'selfpromo'")]
    [InlineData("interactions", "'interaction'")]
    [InlineData("", "")]
    public void An_unknown_category_is_refused_with_the_nearest_one(string name, string nearest)
    {
        var failure = Should.Throw<YttlException>(() => SponsorCategories.Parse(name)).Failure;

        failure.Code.ShouldBe("sponsorblock.category");
        failure.Category.ShouldBe(FailureCategory.Input);
        failure.Message.ShouldContain($"did you mean {nearest}");
        failure.Message.ShouldContain("music_offtopic");
    }

    [Theory]
    [InlineData("chapter")]
    [InlineData("poi_highlight")]
    [InlineData("exclusive_access")]
    public void A_category_that_only_labels_is_refused_with_that_reason(string name) =>
        Should.Throw<YttlException>(() => SponsorCategories.Parse(name)).Message.ShouldContain("only labels");
}
