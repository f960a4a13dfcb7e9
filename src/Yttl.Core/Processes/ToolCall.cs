namespace Yttl.Core.Processes;

/// <summary>One run of a program. Arguments are a list and never pass through a shell.</summary>
/// <param name="Timeout">How long it may take; null for no limit.</param>
public sealed record ToolCall(string Tool, IReadOnlyList<string> Arguments, TimeSpan? Timeout);

/// <param name="Output">All of stdout, as UTF-8.</param>
/// <param name="ErrorTail">The end of stderr, at most 4,000 characters.</param>
public sealed record ToolResult(int ExitCode, string Output, string ErrorTail);

/// <summary>How a program ended whose output was read as it came.</summary>
/// <param name="ErrorTail">The end of stderr, at most 4,000 characters.</param>
public sealed record ToolEnd(int ExitCode, string ErrorTail);
