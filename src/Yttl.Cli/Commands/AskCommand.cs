using System.CommandLine;
using System.Text.Json;
using Yttl.Cli.Failures;
using Yttl.Cli.Hosting;
using Yttl.Cli.Json;
using Yttl.Cli.Runs;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Questions;
using Yttl.Core.Settings;
using Yttl.LocalEngine;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Cli.Commands;

internal static class AskCommand
{
    public static Command Create(CliContext surroundings)
    {
        var target = new Argument<string>("SOURCE|RUN")
        {
            Description = "A URL, a media file, a caption file, - for captions from stdin, or the id of a run or its beginning",
        };
        var question = new Argument<string[]>("QUESTION")
        {
            Description = "What to ask, in any language; words are looked for in the transcript",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = JsonOption.Create();
        var command = new Command("ask", "Answer a question from a transcript alone, with links to the second")
        {
            target, question, json,
        };
        var settings = new SettingOptions(command, SettingTable.AskOptions);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = Parse(parsed.GetRequiredValue(question));
            var configuration = ConfigurationReader.ReadValid(settings.Read(parsed), surroundings);
            var messages = new Messages(surroundings);
            var home = EngineSettings.Home(configuration);
            var found = await AskTarget.FindAsync(
                parsed.GetRequiredValue(target),
                new RunStore(home, TimeProvider.System, messages.Note),
                home,
                surroundings,
                cancellationToken);
            var answer = await RunViews.ShowAsync(
                surroundings,
                messages,
                parsed.GetValue<bool>(GlobalOptions.Verbose),
                view => AskAsync(found, asked, configuration, view, messages, cancellationToken));
            foreach (var note in answer.Notes)
                messages.Note(found.Request.Worded(note));
            if (parsed.GetValue(json))
                surroundings.Output.WriteLine(JsonSerializer.Serialize(answer, CliJson.Readable.AnswerDocument));
            else
                AnswerText.Write(answer, surroundings);
            Explain(answer, messages);
            return answer.Status is AnswerStatus.NotInVideo || answer.Failure is not null ? ExitCode.Failed : ExitCode.Complete;
        });
        return command;
    }

    private static void Explain(AnswerDocument answer, Messages messages)
    {
        if (answer.Failure is { } failure)
            messages.Failure(failure, place: null);
        if (answer.Status is AnswerStatus.NotInVideo)
            messages.Note(answer.WrittenBy is null
                ? "not in this video: its transcript has none of the words that matter in the question"
                : "not in this video, as far as its transcript tells");
        else if (answer.Status is AnswerStatus.Passages)
            messages.Note(answer.Failure is null
                ? "these are the passages with most words of the question; with a language model they become an answer"
                : "these are the passages with most words of the question; no model has answered it");
    }

    private static async Task<AnswerDocument> AskAsync(
        AskTarget target,
        string question,
        Configuration settings,
        IRunView view,
        Messages messages,
        CancellationToken cancellationToken)
    {
        await using var answerer = new QuestionAnswerer(EngineSettings.Host(settings), new MessageLogger(messages, verbose: false));
        var (request, options) = (target.Request, EngineSettings.Options(settings));
        var progress = new RunProgressAdapter(request, view, finished: _ => { });
        return await request.WordedAsync(() => target.Run is { } run
            ? answerer.AskAsync(run, question, options, progress, cancellationToken)
            : answerer.AskAsync(request.Source, question, options, progress, cancellationToken));
    }

    /// <exception cref="UsageException">It is empty or too long.</exception>
    private static string Parse(IEnumerable<string> question)
    {
        try
        {
            return QuestionText.Parse(string.Join(' ', question));
        }
        catch (YttlException problem)
        {
            throw new UsageException(problem.Failure.Message);
        }
    }
}
