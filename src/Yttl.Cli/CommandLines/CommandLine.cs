using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json;
using Yttl.Cli.Commands;
using Yttl.Cli.Failures;
using Yttl.Cli.Json;
using Yttl.Cli.Terminal;
using Yttl.Core.Reports;

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
        surroundings = surroundings.InItsLetters() with
        {
            IsQuiet = Has(arguments, GlobalOptions.Quiet, "-q"),
            NoColor = Has(arguments, GlobalOptions.NoColor),
        };
        var messages = new Messages(surroundings);
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
            var state = RunStatus.Terminated.Name();
            messages.Problem(ResumeHint.After(parsed) ? $"{state}; {ResumeHint.Promise}" : state);
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            var failure = ExceptionFailures.Exception(e);
            messages.Failure(failure, place: null);
            if (JsonOutput.By(parsed))
                surroundings.Output.WriteLine(JsonSerializer.Serialize(
                    FailureDocument.From(failure), CliJson.Readable.FailureDocument));
            if (parsed.GetValue<bool>(GlobalOptions.Verbose))
                messages.Trace(e);
            return ExitCode.Failed;
        }
    }

    public static ParseResult Parse(IReadOnlyList<string> arguments, CliContext surroundings)
    {
        var root = Root(surroundings);
        return root.Parse(ShortForms.Expand(arguments, root), Plain);
    }

    /// <summary>Finds an option before its parse: what the parse itself says depends on it.</summary>
    private static bool Has(IReadOnlyList<string> arguments, params string[] names) =>
        arguments.TakeWhile(argument => argument != "--").Any(names.Contains);

    /// <summary>A plain command. A <see cref="RootCommand"/> is named after the process and adds directives.</summary>
    private static Command Root(CliContext surroundings)
    {
        var root = new Command("yttl", "Turns videos, lectures and playlists into time-stamped summaries")
        {
            Global("Show help; '--help all' shows every option", "--help", "-h", new HelpAction(surroundings, all: false)),
            Hidden(Global("Show every option", GlobalOptions.HelpAll, null, new HelpAction(surroundings, all: true))),
            new VersionOption("--version") { Description = "Show the version" },
            Global("Verbose logging, with stack traces", GlobalOptions.Verbose, "-v"),
            Global("Print results and failures only", GlobalOptions.Quiet, "-q"),
            Global("Print without color", GlobalOptions.NoColor),
        };
        root.Add(SummarizeCommand.Create(surroundings));
        root.Add(BatchCommand.Create(surroundings));
        root.Add(TranscriptCommand.Create(surroundings));
        root.Add(AskCommand.Create(surroundings));
        root.Add(PlanCommand.Create(surroundings));
        root.Add(SearchCommand.Create(surroundings));
        root.Add(RunsCommand.Create(surroundings));
        root.Add(ServeCommand.Create(surroundings));
        root.Add(DoctorCommand.Create(surroundings));
        root.Add(ConfigCommand.Create(surroundings));
        root.Add(HelpCommand.Create(root, surroundings));
        return root;
    }

    private static Option<bool> Global(string description, string name, string? alias = null, CommandLineAction? action = null)
    {
        var option = new Option<bool>(name, alias is null ? [] : [alias]) { Description = description, Recursive = true };
        if (action is not null)
            option.Action = action;
        return option;
    }

    private static Option Hidden(Option option)
    {
        option.Hidden = true;
        return option;
    }
}
