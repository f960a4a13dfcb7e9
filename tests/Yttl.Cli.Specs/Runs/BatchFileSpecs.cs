using Yttl.Cli.Failures;
using Yttl.Cli.Runs;

namespace Yttl.Cli.Specs.Runs;

public sealed class BatchFileSpecs
{
    [Fact]
    public void Comments_and_blank_lines_are_skipped_and_lines_keep_their_numbers() =>
        BatchFile.Parse("\uFEFF# talks\r\n\r\n  https://x.test/#t=5  \r\n-odd.vtt\n", "list.txt")
            .Select(line => (line.Request.Source, line.Request.Place, line.Problem)).ShouldBe(
        [
            ("https://x.test/#t=5", "list.txt line 3", null),
            ("-odd.vtt", "list.txt line 4", null),
        ]);

    [Fact]
    public void Bad_lines_are_named_and_the_others_stay()
    {
        var lines = BatchFile.Parse(
            $"a.vtt\n\u0001\u0002MZ\n{new string('x', 8193)}\na.vtt\nb\uFFFD.vtt\nc.vtt", "list.txt");

        lines.Select(line => line.Problem).ShouldBe(
        [
            null,
            "holds control characters: is this a text file?",
            "longer than 8192 characters",
            null,
            "not UTF-8",
            null,
        ]);
        lines.Select(line => line.SameAs).ShouldBe([null, null, null, "list.txt line 1", null, null]);
    }

    [Theory]
    [InlineData("a.vtt\n\u0000\nb.vtt")]
    [InlineData("\uFFFD\uFFFDPNG\u0001\n\u0002\uFFFD\n\uFFFD")]
    public void What_is_no_text_is_refused_as_a_whole(string text) =>
        Should.Throw<UsageException>(() => BatchFile.Parse(text, "film.mp4"))
            .Problems.ShouldBe(["'film.mp4' is not a list of sources: it is no text; a list has one source a line"]);

    [Fact]
    public void An_accent_that_is_not_UTF_8_spoils_its_line_alone() =>
        BatchFile.Parse("caf\uFFFD on the shore.vtt\nb.vtt", "list.txt").Select(line => line.Problem)
            .ShouldBe(["not UTF-8", null]);
}
