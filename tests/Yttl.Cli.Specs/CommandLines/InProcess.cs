using Yttl.Cli.CommandLines;
using Yttl.Cli.Terminal;
using Yttl.TestKit;

namespace Yttl.Cli.Specs.CommandLines;

/// <summary>Runs the command line inside the spec, with an environment of its own and nothing on a screen.</summary>
internal sealed class InProcess(string home)
{
    /// <summary>For command lines that are read and not run.</summary>
    public static CliContext Nowhere { get; } = new(
        TextWriter.Null, TextWriter.Null, () => Stream.Null, _ => null, OutputIsScreen: false, ErrorIsScreen: false);

    public Dictionary<string, string> Environment { get; } = new() { ["HOME"] = home };

    public string Input { get; set; } = "";

    /// <summary>The columns of a terminal on stdout; null where stdout is a pipe.</summary>
    public int? Columns { get; set; }

    /// <summary>Whether stderr is that terminal too; without bars.</summary>
    public bool ErrorIsScreen { get; set; }

    public async Task<Ran> RunAsync(params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var surroundings = new CliContext(
            output,
            error,
            () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)),
            name => name is "TERM" ? "dumb" : Environment.GetValueOrDefault(name),
            OutputIsScreen: Columns is not null,
            ErrorIsScreen)
        {
            EnvironmentNames = Environment.Keys,
            ScreenWidth = () => Columns ?? 0,
        };
        var exitCode = await CommandLine.RunAsync(arguments, surroundings, CancellationToken.None);
        ReportSchema.ShouldHoldIn(home);
        return new Ran(exitCode, output.ToString(), error.ToString());
    }
}

internal sealed record Ran(int ExitCode, string Output, string Error)
{
    /// <summary>What is wrong, and notes: not the results, and not the progress that a busy machine has time for.</summary>
    public IReadOnlyList<string> MessageLines => [.. ErrorLines.Where(line => line.StartsWith("yttl: ", StringComparison.Ordinal))];

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of a run on stderr behind its first one, which says what writes the summaries.</summary>
    public IReadOnlyList<string> RunLines
    {
        get
        {
            ErrorLines[0].ShouldStartWith("summaries: ");
            return [.. ErrorLines.Skip(1)];
        }
    }
}
