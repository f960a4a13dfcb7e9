using Yttl.Cli.Specs.CommandLines;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Documents;

public sealed class DocumentedPricesSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_prices_on_the_page_of_tuning_are_a_file_that_yttl_reads()
    {
        var page = MarkdownPage.All.Single(page => page.Path == "docs/tuning.md");
        var prices = page.CodeBlocks().Where(block => block.Language == "json").ShouldHaveSingleItem();
        _folder.Write("prices.json", prices.Code);
        var yttl = new InProcess(_folder.Path)
        {
            Environment =
            {
                ["YTTL_HOME"] = _folder.PathOf("home"),
                ["YTTL_PRICES"] = _folder.PathOf("prices.json"),
            },
        };

        var ran = await yttl.RunAsync(
            "summarize", Repository.PathOf("samples/longitude.en.vtt"), "--out", _folder.PathOf("out"));

        ran.ExitCode.ShouldBe(0, ran.Error);
    }
}
