using Microsoft.DurableTask;
using Yttl.Core.Failures;
using Yttl.Functions.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>Reads failures from the nested error texts that an activity returns.</summary>
internal static class StepErrors
{
    /// <summary>
    /// The exception of the Functions host that ended the worker process because of this step:
    /// https://github.com/Azure/azure-webjobs-sdk/blob/dev/src/Microsoft.Azure.WebJobs.Host/Exceptions/FunctionTimeoutException.cs
    /// </summary>
    private const string HostTimeout = ".FunctionTimeoutException";

    public static Failure FailureOf(string name, TaskFailedException exception) =>
        Read(exception.FailureDetails)?.Failure
        ?? (IsHostTimeout(exception.FailureDetails) ? new StepTimeLimit(null).Exceeded(name) : null)
        ?? new Failure(FailureCategory.Processing, "step.failed", $"{name} failed: {Innermost(exception.FailureDetails).ErrorMessage}");

    /// <returns>Null where the texts hold no failure.</returns>
    public static CarriedFailure? Read(TaskFailureDetails? details)
    {
        for (; details is not null; details = details.InnerFailure)
            if (CarriedFailure.Find(details.ErrorMessage) is { } carried)
                return carried;
        return null;
    }

    /// <summary>Whether the Functions host ended the process because the step took too long.</summary>
    public static bool IsHostTimeout(TaskFailureDetails? details)
    {
        for (; details is not null; details = details.InnerFailure)
            if (details.ErrorType.EndsWith(HostTimeout, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static TaskFailureDetails Innermost(TaskFailureDetails details) =>
        details.InnerFailure is { } inner ? Innermost(inner) : details;
}
