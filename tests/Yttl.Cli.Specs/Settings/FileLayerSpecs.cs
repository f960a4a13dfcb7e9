using System.Text;
using Yttl.Cli.Settings;
using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Settings;

public sealed class FileLayerSpecs
{
    [Fact]
    public void Plain_values_and_lists_are_read_as_their_text() =>
        Parse("""
            {
              // comments are welcome
              "length": "short", "max_concurrent_llm": 7, "retry_base_delay": 0.5, "playlist": true,
              "format": ["html", "md"], "language": null,
            }
            """).Entries.Select(entry => (entry.Key, entry.Text)).ShouldBe(
        [
            ("length", "short"), ("max_concurrent_llm", "7"), ("retry_base_delay", "0.5"), ("playlist", "true"),
            ("format", "html,md"), ("language", ""),
        ]);

    [Theory]
    [InlineData("{ \"length\": ", "yttl.json is not valid JSON: line 1")]
    [InlineData("", "yttl.json is not valid JSON: line 1")]
    [InlineData("[]", "yttl.json must hold one JSON object")]
    [InlineData("{\"out\":{}}", "out (from yttl.json) must be a text, a number, true, false or a list of texts")]
    [InlineData("{\"out\":[1]}", "out (from yttl.json) must be a text, a number, true, false or a list of texts")]
    [InlineData("{\"out\":\"a\",\"out\":\"b\"}", "out stands twice in yttl.json")]
    [InlineData("{\"out\":\"\\ud800\"}", "yttl.json holds an escape from \\ud800 to \\udfff")]
    public void What_is_wrong_with_a_file_is_said(string json, string problem) =>
        Parse(json).Problems.ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void A_file_in_another_encoding_is_said_to_be_none() =>
        FileLayer.Parse(Encoding.Latin1.GetBytes("{\"out\":\"Vorträge\"}"), "yttl.json", fromProjectFile: false)
            .Problems.ShouldBe(["yttl.json is not UTF-8 text"]);

    [Fact]
    public void A_byte_order_mark_is_no_fault() => Parse("\uFEFF{\"out\":\"a\"}").Problems.ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_not_there_says_nothing()
    {
        using var folder = new TempFolder();

        FileLayer.Read(folder.PathOf("yttl.json"), "yttl.json", fromProjectFile: true).ShouldBe(Layer.Empty);
    }

    private static Layer Parse(string json) =>
        FileLayer.Parse(Encoding.UTF8.GetBytes(json), "yttl.json", fromProjectFile: false);
}
