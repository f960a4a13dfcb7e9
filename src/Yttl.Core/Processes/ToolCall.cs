using System.Runtime.InteropServices;

namespace Yttl.Core.Processes;

/// <summary>One run of a program. Arguments are a list and never pass through a shell.</summary>
/// <param name="Timeout">Time limit; null for none.</param>
public sealed record ToolCall(string Tool, IReadOnlyList<string> Arguments, TimeSpan? Timeout)
{
    /// <summary>What <see cref="ProcessRunner.RunAsync"/> writes to stdin; null for nothing. It may be secret.</summary>
    public string? Input { get; init; }

    /// <summary>Number of characters to keep from the end of stderr.</summary>
    public int ErrorTailLength { get; init; } = 4000;

    /// <summary>The most bytes of stdout that <see cref="ProcessRunner.RunAsync"/> reads; more is an error.</summary>
    public int OutputLimit { get; init; } = ProcessRunner.OutputLimit;

    /// <summary>The current folder of the program; null for that of this process.</summary>
    public string? Folder { get; init; }

    /// <summary>All environment variables of the program.</summary>
    public IReadOnlyDictionary<string, string> Variables { get => field ?? PassedVariables.OfTools.Read(); init; }

    /// <summary>The same with a folder for the temporary files of the program; null for that of the system.</summary>
    internal ToolCall With(ScratchFolder? temporary) => temporary is null ? this : this with
    {
        Variables = new Dictionary<string, string>(Variables)
        {
            ["TMPDIR"] = temporary.Path,
            ["TMP"] = temporary.Path,
            ["TEMP"] = temporary.Path,
        },
    };

    /// <summary>
    /// A lock that the program and its children hold as well, until the last of them ends, even where this process ends
    /// before them; null for none.
    /// </summary>
    internal SafeHandle? Holds { get; init; }
}

/// <param name="Output">All of stdout, as UTF-8; empty where the caller read it as it arrived.</param>
/// <param name="ErrorTail">The end of stderr, at most <see cref="ToolCall.ErrorTailLength"/> characters.</param>
public sealed record ToolResult(int ExitCode, string Output, string ErrorTail);
