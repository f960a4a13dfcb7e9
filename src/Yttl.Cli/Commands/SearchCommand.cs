using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Search;
using Yttl.Core.Settings;
using Yttl.LocalEngine.Search;

namespace Yttl.Cli.Commands;

internal static class SearchCommand
{
    private const int DefaultLimit = 20;

    public static Command Create(CliContext surroundings)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words that must occur close together",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = LimitOption.Create($"Show at most this many hits, newest runs first [{DefaultLimit}]");
        var json = JsonOption.Create();
        var command = new Command("search", "Find words in finished runs, with links to the second") { words, limit, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var home = EngineSettings.Home(ConfigurationReader.ReadValid(Layer.Empty, surroundings));
            var messages = new Messages(surroundings);
            var most = parsed.Read(limit, out var problem) ?? DefaultLimit;
            if (problem is not null)
                throw new UsageException(problem);
            EmbeddedSqlite.Use(home);
            var found = await new RunSearch(home).SearchAsync(
                Read(parsed.GetRequiredValue(words)), most, messages.Note, cancellationToken);
            if (parsed.GetValue(json))
                WriteJson(found, surroundings);
            else
                HitText.Write(found.Hits, surroundings);
            if (found.Hits is [])
                messages.Note("nothing found; only finished runs are searched");
            else if (found.HasMore)
                messages.Note(found.Hits is [_]
                    ? "this is the first hit: --limit N shows more"
                    : string.Create(CultureInfo.InvariantCulture, $"these are the first {found.Hits.Count} hits: --limit N shows more"));
            return found.Hits is [] ? ExitCode.Failed : ExitCode.Complete;
        });
        return command;
    }

    /// <exception cref="UsageException">There is no word in it.</exception>
    private static SearchWords Read(IEnumerable<string> words)
    {
        try
        {
            return SearchWords.Parse(string.Join(' ', words));
        }
        catch (YttlException problem)
        {
            throw new UsageException(problem.Failure.Message);
        }
    }

    private static void WriteJson(SearchResult found, CliContext surroundings) =>
        surroundings.Output.WriteLine(JsonSerializer.Serialize(SearchDocument.From(found), CliJson.Readable.SearchDocument));
}
