using Microsoft.DurableTask;
using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>Reads failures from the nested error texts that an activity returns.</summary>
internal static class StepErrors
{
    public static Failure FailureOf(string name, TaskFailedException exception) =>
        Read(exception.FailureDetails)?.Failure
        ?? new Failure(FailureCategory.Processing, "step.failed", $"{name} failed: {Innermost(exception.FailureDetails).ErrorMessage}");

    /// <returns>Null where the texts hold no failure.</returns>
    public static CarriedFailure? Read(TaskFailureDetails? details)
    {
        for (; details is not null; details = details.InnerFailure)
            if (FailureText.Read(details.ErrorMessage) is { } carried)
                return carried;
        return null;
    }

    private static TaskFailureDetails Innermost(TaskFailureDetails details) =>
        details.InnerFailure is { } inner ? Innermost(inner) : details;
}
