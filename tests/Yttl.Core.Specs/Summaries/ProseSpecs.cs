using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Summaries;

namespace Yttl.Core.Specs.Summaries;

public sealed class ProseSpecs
{
    [Fact]
    public void Blank_lines_part_paragraphs_and_lines_within_one_are_joined() =>
        Prose.Parse("One\r\ntwo.\n\n\nThree.").ShouldBe([Paragraph("One two."), Paragraph("Three.")]);

    [Theory]
    [InlineData("- a\n- b")]
    [InlineData("* a\n\n* b")]
    [InlineData("• a\n+ b")]
    [InlineData("1. a\n2) b")]
    [InlineData("- a\n  - b")]
    public void Every_kind_of_list_is_a_list(string text) => Prose.Parse(text).ShouldBe([Bullets("a", "b")]);

    [Fact]
    public void A_list_stands_between_the_paragraphs_around_it() =>
        Prose.Parse("Before:\n- a\n  goes on\n- b\nAfter.")
            .ShouldBe([Paragraph("Before:"), Bullets("a goes on", "b"), Paragraph("After.")]);

    [Theory]
    [InlineData("## A *heading* ##", "A heading")]
    [InlineData("**Bold** and __strong__ and `code` and ~~struck~~", "Bold and strong and code and struck")]
    [InlineData("[text](https://evil.example) ![alt](x.png)", "text alt")]
    [InlineData("> quoted", "quoted")]
    [InlineData("2*3*4 = 24 and snake_case_name", "2*3*4 = 24 and snake_case_name")]
    [InlineData("Half **open", "Half **open")]
    [InlineData("<b>shown</b> as it is", "<b>shown</b> as it is")]
    [InlineData("-5 degrees", "-5 degrees")]
    public void Markup_falls_back_to_its_words(string text, string words) => Prose.Parse(text).ShouldBe([Paragraph(words)]);

    [Fact]
    public void Code_fences_and_rules_leave_only_what_they_hold() =>
        Prose.Parse("```text\ninside\n```\n---\nafter").ShouldBe([Paragraph("inside"), Paragraph("after")]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("***\n```\n- ")]
    public void Nothing_is_made_of_nothing(string text) => Prose.Parse(text).ShouldBeEmpty();

    [Fact]
    public void No_block_is_ever_blank_and_every_letter_is_kept() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var blocks = Prose.Parse("a" + text.Get);
            var shown = string.Concat(blocks.Select(block => block switch
            {
                ProseBlock.Paragraph paragraph => paragraph.Text,
                ProseBlock.Bullets list => string.Concat(list.Items),
                _ => "",
            }));
            return blocks.All(block => block is not ProseBlock.Paragraph { Text: "" })
                && shown.Count(char.IsAsciiLetter) == 1 + text.Get.Count(char.IsAsciiLetter);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hostile_text_takes_no_longer_than_its_length()
    {
        foreach (var piece in new[] { "**", "* ", "[](", "`", "- ", "# ", "__", " *a" })
            Prose.Parse(string.Concat(Enumerable.Repeat(piece, 50_000)));
    }

    [Fact]
    public void The_lead_is_one_short_line_cut_between_words()
    {
        Prose.Lead("**Short** one.\n\nMore.", 40).ShouldBe("Short one.");
        Prose.Lead("- The first of many words here, and more", 24).ShouldBe("The first of many words…");
        Prose.Lead("", 10).ShouldBe("");
    }

    private static ProseBlock.Paragraph Paragraph(string text) => new(text);

    private static ProseBlock.Bullets Bullets(params string[] items) => new(items);
}
