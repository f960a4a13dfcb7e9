using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Specs.UrlLists;

public sealed class UrlListNameSpecs
{
    [Theory]
    [InlineData("talks.txt", true)]
    [InlineData("2026/may/talks", true)]
    [InlineData("Vorträge für Mai.txt", true)]
    [InlineData("..talks..", true)]
    [InlineData("../memory/aa", false)]
    [InlineData("a/../../artifacts/b", false)]
    [InlineData("a/./b", false)]
    [InlineData("a//b", false)]
    [InlineData("..\\memory", false)]
    [InlineData(". ./b", false)]
    [InlineData("a\nb", false)]
    [InlineData("", false)]
    public void Results_are_called_by_a_name_that_stays_where_it_is_put(string name, bool isPlain) =>
        UrlList.IsName(name).ShouldBe(isPlain);
}
