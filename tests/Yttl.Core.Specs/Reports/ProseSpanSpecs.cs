using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Reports;

public sealed class ProseSpanSpecs
{
    [Fact]
    public void Sources_that_are_near_are_one_place_and_three_are_shown() =>
        new ProseSpan("", SampleReports.Sentence("", SourceSupport.Cited, 0, 12, 60, 130, 200))
            .Places().Select(place => place.ToString()).ShouldBe(["0:00–0:22", "1:00–1:10", "2:10–2:20"]);

    [Theory]
    [InlineData("Of 1759, and 17 more.", "Of {1759}, and {17} more.", "17", "1759")]
    [InlineData("Of 1759, and 17 more.", "Of 1759, and {17} more.", "17")]
    [InlineData("17, then 17.", "{17}, then {17}.", "17")]
    [InlineData("Anna Harrison came.", "{Anna Harrison} came.", "Anna", "Anna Harrison", "")]
    [InlineData("哈里森来了", "{哈里森}来了", "哈里森")]
    [InlineData("Nothing here.", "Nothing here.", "1759")]
    public void Doubts_are_whole_words(string text, string marked, params string[] doubts) =>
        string.Concat(new ProseSpan(text, SampleReports.Sentence(text, SourceSupport.Cited, 0) with { Doubts = doubts })
            .Parts().Select(part => part.IsDoubted ? $"{{{part.Text}}}" : part.Text)).ShouldBe(marked);
}
