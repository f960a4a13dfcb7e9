using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Core.Processes;

/// <summary>Failures of starting and running a program.</summary>
internal static class ToolFailures
{
    public const string MissingCode = "tool.missing";
    public const string UnusableCode = "tool.unusable";
    public const string OutputCode = "tool.output-too-large";

    public static YttlException Missing(string tool) => new(
        FailureCategory.Processing, MissingCode, $"{tool} is not installed{ToolRemedy.Advice(tool)}");

    public static YttlException Unusable(string tool, string reason, Exception? cause = null) => new(
        FailureCategory.Processing, UnusableCode, $"{tool} cannot be started: {reason}", inner: cause);

    public static YttlException TimedOut(ToolCall call) => new(
        FailureCategory.Processing,
        "tool.timeout",
        string.Create(
            CultureInfo.InvariantCulture,
            $"{call.Tool} did not finish within {call.Timeout?.TotalSeconds:0.#} s and was stopped"));

    public static YttlException TooMuchOutput(string tool, int limit) => new(
        FailureCategory.Processing,
        OutputCode,
        string.Create(
            CultureInfo.InvariantCulture, $"{tool} wrote more than {limit / (1024 * 1024)} MB and was stopped"));
}
