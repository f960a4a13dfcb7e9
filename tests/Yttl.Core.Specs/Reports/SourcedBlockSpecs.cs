using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Reports;

public sealed class SourcedBlockSpecs
{
    [Fact]
    public void Sentences_are_found_in_paragraphs_and_lists_in_their_order() =>
        Show("Once. Twice.\n\n- Once.\n- Thrice. And more.", "Once.", "Twice.", "Once.", "Thrice.")
            .ShouldBe(["[Once.] [Twice.]", "- [Once.]", "- [Thrice.] And more."]);

    [Fact]
    public void A_report_of_an_earlier_version_has_the_same_words_without_sources() =>
        Show("Once. Twice.\n\n- Thrice.").ShouldBe(["Once. Twice.", "- Thrice."]);

    [Fact]
    public void A_sentence_that_is_not_in_the_summary_is_left_out_and_those_after_it_are_found() =>
        Show("Once. Twice.", "Elsewhere.", "Once.", "On two\nlines.", "", "Twice.").ShouldBe(["[Once.] [Twice.]"]);

    [Fact]
    public void A_sentence_with_what_looks_like_Markdown_is_found_by_its_words() =>
        Show("Of `x` and **y**.\n\n# 1. Heading", "Of `x` and **y**.", "1. Heading").ShouldBe(["[Of x and y.]", "[1. Heading]"]);

    [Fact]
    public void Scripts_without_spaces_need_none_between_sentences() =>
        Show("海は戻る。水も戻る。", "海は戻る。", "水も戻る。").ShouldBe(["[海は戻る。][水も戻る。]"]);

    [Fact]
    public void Every_word_of_the_summary_is_shown_once_whatever_the_sentences() => Prop.ForAll(
        Gen.Elements("a. ", "- b. ", "\n", "\n\n", "# c", "**d** ", "e. a. ", "```").ListOf().Select(string.Concat).ToArbitrary(),
        Gen.Elements("a.", "b.", "e. a.", "c", "**d**", "", "\n").ListOf().ToArbitrary(),
        (summary, sentences) => Blocks(summary, [.. sentences])
            .SelectMany(block => block.Lines)
            .Select(line => string.Concat(line.Select(span => span.Text)))
            .SequenceEqual(Prose.Lines(summary))).QuickCheckThrowOnFailure();

    private static string[] Show(string summary, params string[] sentences) =>
        [.. Blocks(summary, sentences).SelectMany(block => block.Lines.Select(line => (block.IsList ? "- " : "")
            + string.Concat(line.Select(span => span.Sentence is null ? span.Text : $"[{span.Text}]"))))];

    private static IReadOnlyList<SourcedBlock> Blocks(string summary, IEnumerable<string> sentences) =>
        SourcedBlock.Parse(summary, [.. sentences.Select(text => SampleReports.Sentence(text, SourceSupport.Cited, 0))]);
}
