using Azure;
using Yttl.Core.Failures;

namespace Yttl.Functions.Storage;

/// <summary>Makes failures from the errors of the storage account.</summary>
internal static class BlobFailures
{
    /// <summary>
    /// Errors of the network, throttling and faults of the service are transient; a missing role is not.
    /// </summary>
    public static YttlException From(RequestFailedException problem, string code) => new(
        problem.Status is 401 or 403 ? FailureCategory.Authentication : FailureCategory.Network,
        code,
        $"The storage account answered {problem.Status} ({problem.ErrorCode ?? "no code"}): "
        + "check its network rules and the roles of the app's identity.",
        transient: problem.Status is 0 or 408 or 429 or >= 500,
        inner: problem);
}
