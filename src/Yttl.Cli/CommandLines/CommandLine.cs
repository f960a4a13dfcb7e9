using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using Yttl.Cli.Commands;
using Yttl.Cli.Failures;
using Yttl.Cli.Json;
using Yttl.Cli.Settings;
using Yttl.Cli.Terminal;

namespace Yttl.Cli.CommandLines;

/// <summary>
/// Reads the command line, runs the command that it names, and turns any failure into one line and an exit code.
/// </summary>
internal static class CommandLine
{
    // '@file' would read arguments from a file, and '-sb' would be split into '-s -b'.
    private static readonly ParserConfiguration Plain = new()
    {
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliContext surroundings, CancellationToken cancellationToken)
    {
        var messages = new Messages(surroundings.Error);
        var parsed = Parse(arguments, surroundings);
        if (ParseProblem.Find(parsed, arguments) is { } problem)
        {
            messages.Problem(problem);
            return ExitCode.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (UsageException e)
        {
            foreach (var line in e.Problems)
                messages.Problem(line);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            messages.Problem(ResumeHint.After(parsed) ? $"stopped; {ResumeHint.Promise}" : "stopped");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            var failure = ExceptionFailures.Exception(e);
            messages.Failure(failure, place: null);
            if (JsonOutput.By(parsed))
                surroundings.Output.WriteLine(JsonSerializer.Serialize(
                    FailureDocument.From(failure), CliJson.Readable.FailureDocument));
            if (parsed.GetValue<bool>(RunOutput.Verbose))
                messages.Trace(e);
            return ExitCode.Failed;
        }
    }

    public static ParseResult Parse(IReadOnlyList<string> arguments, CliContext surroundings) =>
        Root(surroundings).Parse(OriginalFlags.Translate(arguments), Plain);

    /// <summary>A plain command. A <see cref="RootCommand"/> is named after the process and adds directives.</summary>
    private static Command Root(CliContext surroundings)
    {
        var root = new Command("yttl", "Turns videos, lectures and playlists into time-stamped summaries");
        root.Add(new HelpOption("--help", "-h") { Description = "Show this help", Recursive = true });
        root.Add(new VersionOption("--version") { Description = "Show the version" });
        root.Add(new Option<bool>(RunOutput.Verbose, "-v")
        {
            Description = "Say more on stderr; failures with their trace",
            Recursive = true,
        });
        root.Add(SummarizeCommand.Create(surroundings));
        root.Add(BatchCommand.Create(surroundings));
        root.Add(TranscriptCommand.Create(surroundings));
        root.Add(PlanCommand.Create(surroundings));
        root.Add(SearchCommand.Create(surroundings));
        root.Add(RunsCommand.Create(surroundings));
        root.Add(DoctorCommand.Create(surroundings));
        root.Add(ConfigCommand.Create(surroundings));
        return root;
    }
}
