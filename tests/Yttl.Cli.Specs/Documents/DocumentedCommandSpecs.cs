using Yttl.Cli.CommandLines;
using Yttl.Cli.Specs.CommandLines;
using Yttl.Core.Settings;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.Documents;

/// <summary>What the documents tell people to type is a command line of this version.</summary>
public sealed class DocumentedCommandSpecs
{
    public static IEnumerable<object[]> Commands() =>
        from page in MarkdownPage.All
        from block in page.CodeBlocks()
        where block.Language != "text"
        from line in block.Lines.Select((text, index) => (Text: text, Place: $"{page.Path}:{block.Line + index}"))
        let command = line.Text.TrimStart()
        where command.StartsWith("yttl ", StringComparison.Ordinal) || command.StartsWith("./yttl ", StringComparison.Ordinal)
        select new object[] { line.Place, command };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_in_the_documents_is_one_that_yttl_knows(string place, string command)
    {
        var arguments = ShellLine.Words(command).Skip(1).ToArray();

        var parsed = CommandLine.Parse(arguments, InProcess.Nowhere);

        ParseProblem.Find(parsed, arguments).ShouldBeNull(place);
        foreach (var (flag, text) in arguments.Zip(arguments.Skip(1)))
            if (SettingTable.All.FirstOrDefault(setting => setting.Flag == flag) is { IsSwitch: false } setting)
                setting.Accepts(text).ShouldBeTrue($"{place}: {flag} {text}: expected {setting.Expected}");
    }

    [Fact]
    public void Every_command_stands_in_the_table_of_the_readme()
    {
        var readme = MarkdownPage.All.Single(page => page.Path == "README.md").Text;

        CommandLine.Parse([], InProcess.Nowhere).CommandResult.Command.Subcommands
            .Where(command => !readme.Contains($"| `yttl {command.Name}", StringComparison.Ordinal))
            .Select(command => command.Name)
            .ShouldBeEmpty();
    }
}
