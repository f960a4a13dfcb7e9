using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Settings;
using Yttl.Core.Time;
using Yttl.LocalEngine.Search;
using Yttl.LocalEngine.Storage;

namespace Yttl.Cli.Commands;

internal static class SearchCommand
{
    public static Command Create(CliContext surroundings)
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words that all occur in one place",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One JSON document of all hits on stdout" };
        var command = new Command("search", "Find words in finished runs, with links to the second") { words, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var home = EngineSettings.Home(ConfigurationReader.ReadValid(Layer.Empty, surroundings));
            var messages = new Messages(surroundings.Error);
            var hits = new TranscriptSearch(new RunStore(home, TimeProvider.System), new FileArtifactStore(home))
                .Search(string.Join(' ', parsed.GetRequiredValue(words)), messages.Note, cancellationToken);
            return parsed.GetValue(json)
                ? await WriteJsonAsync(hits, surroundings, cancellationToken)
                : await WriteLinesAsync(hits, surroundings, messages, cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteLinesAsync(
        IAsyncEnumerable<SearchHit> hits,
        CliContext surroundings,
        Messages messages,
        CancellationToken cancellationToken)
    {
        var found = false;
        await foreach (var hit in hits.WithCancellation(cancellationToken))
        {
            found = true;
            var line = $"[{Timestamp.Text(hit.Time)}] {hit.VideoTitle}: {hit.Snippet} {hit.Link?.AbsoluteUri}";
            surroundings.Output.WriteLine(SafeText.Line(line));
        }

        if (!found)
            messages.Note("nothing found; only finished runs are searched");
        return ExitCode.Complete;
    }

    private static async Task<int> WriteJsonAsync(
        IAsyncEnumerable<SearchHit> hits, CliContext surroundings, CancellationToken cancellationToken)
    {
        var found = await hits.ToListAsync(cancellationToken);
        surroundings.Output.WriteLine(
            JsonSerializer.Serialize(SearchDocument.From(found), CliJson.Readable.SearchDocument));
        return ExitCode.Complete;
    }
}
