using System.CommandLine;

namespace Yttl.Cli.Commands;

internal static class SearchCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var words = new Argument<string[]>("WORDS") { Description = "What to look for", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "Find words in finished runs, with links to the second") { words };
        command.SetAction(_ => surroundings.Output is null ? 1 : throw new NotImplementedException());
        return command;
    }
}
