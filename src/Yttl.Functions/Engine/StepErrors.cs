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
        ?? new Failure(FailureCategory.Processing, "step.failed", $"{name} failed: {Chain(exception.FailureDetails).Last().ErrorMessage}");

    /// <returns>Null where the texts hold no failure.</returns>
    public static CarriedFailure? Read(TaskFailureDetails? details) =>
        Chain(details).Select(each => CarriedFailure.Find(each.ErrorMessage)).FirstOrDefault(carried => carried is not null);

    /// <summary>Whether the Functions host ended the process because the step took too long.</summary>
    public static bool IsHostTimeout(TaskFailureDetails? details) =>
        Chain(details).Any(each => each.ErrorType.EndsWith(HostTimeout, StringComparison.Ordinal));

    /// <returns>The outermost first.</returns>
    private static IEnumerable<TaskFailureDetails> Chain(TaskFailureDetails? details)
    {
        for (; details is not null; details = details.InnerFailure)
            yield return details;
    }
}
