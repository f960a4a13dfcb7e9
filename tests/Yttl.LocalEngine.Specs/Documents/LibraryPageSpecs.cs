using Yttl.Core.Reports;
using Yttl.TestKit;

namespace Yttl.LocalEngine.Specs.Documents;

public sealed class LibraryPageSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_code_on_the_page_is_the_code_that_is_compiled_and_run_here()
    {
        var source = File.ReadAllText(Repository.PathOf("tests/Yttl.LocalEngine.Specs/Documents/LibraryExample.cs"));
        var lines = source.ReplaceLineEndings("\n").Split('\n')
            .Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line);
        var example = lines.SkipWhile(line => line != "// begin").Skip(1).TakeWhile(line => line != "// end");
        var page = MarkdownPage.All.Single(page => page.Path == "docs/library.md");

        page.CodeBlocks().Where(block => block.Language == "csharp").ShouldHaveSingleItem()
            .Code.ShouldBe(string.Join('\n', example) + "\n");
    }

    [Fact]
    public async Task The_example_summarises()
    {
        var results = await LibraryExample.RunAsync(
            Repository.PathOf("samples/longitude.en.vtt"), _folder.Path, CancellationToken.None);

        var result = results.ShouldHaveSingleItem();
        result.Status.ShouldBe(RunStatus.Complete);
        result.Files.Select(Path.GetExtension).ShouldBe([".html", ".json"], ignoreOrder: true);
    }
}
