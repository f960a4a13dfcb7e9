using Yttl.Cli.Failures;
using Yttl.Cli.Runs;

namespace Yttl.Cli.Specs.Runs;

public sealed class BatchFileSpecs
{
    [Fact]
    public void Comments_and_blank_lines_are_skipped_and_lines_keep_their_numbers()
    {
        var list = BatchFile.Parse("\uFEFF# talks\r\n\r\n  https://x.test/#t=5  \r\n-odd.vtt\n", "list.txt");

        list.Sources.ShouldBe(
            [new Request("https://x.test/#t=5", "list.txt line 3"), new Request("-odd.vtt", "list.txt line 4")]);
        list.Problems.ShouldBeEmpty();
        list.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Bad_lines_are_named_and_the_others_stay()
    {
        var list = BatchFile.Parse(
            $"a.vtt\n\u0001\u0002MZ\n{new string('x', 8193)}\na.vtt\nb\uFFFD.vtt\nc.vtt", "list.txt");

        list.Sources.Select(request => request.Source).ShouldBe(["a.vtt", "c.vtt"]);
        list.Problems.ShouldBe(
        [
            "list.txt line 2: holds control characters: is this a text file?",
            "list.txt line 3: longer than 8192 characters",
            "list.txt line 5: not UTF-8",
        ]);
        list.Notes.ShouldBe(["list.txt line 4 is the same as list.txt line 1, which is done once"]);
    }

    [Theory]
    [InlineData("a.vtt\n\u0000\nb.vtt")]
    [InlineData("\uFFFD\uFFFDPNG\u0001\n\u0002\uFFFD\n\uFFFD")]
    public void What_is_no_text_is_refused_as_a_whole(string text) =>
        Should.Throw<UsageException>(() => BatchFile.Parse(text, "film.mp4"))
            .Problems.ShouldBe(["film.mp4 is not a list of sources, which is a text with one source per line"]);

    [Fact]
    public void An_accent_that_is_not_UTF_8_spoils_its_line_alone()
    {
        var list = BatchFile.Parse("caf\uFFFD on the shore.vtt\nb.vtt", "list.txt");

        list.Problems.ShouldBe(["list.txt line 1: not UTF-8"]);
        list.Sources.ShouldBe([new Request("b.vtt", "list.txt line 2")]);
    }
}
