using Azure;
using Yttl.Core.Failures;

namespace Yttl.Functions.Storage;

/// <summary>What can go wrong with the storage account, in the words of every failure.</summary>
internal static class BlobFailures
{
    /// <summary>Network, throttling and the service's own faults pass; a missing role does not.</summary>
    public static YttlException From(RequestFailedException problem, string code) => new(
        problem.Status is 401 or 403 ? FailureCategory.Authentication : FailureCategory.Network,
        code,
        $"The storage account answered {problem.Status} ({problem.ErrorCode ?? "no code"}): check its network rules and the roles of the app's identity.",
        transient: problem.Status is 0 or 408 or 429 or >= 500,
        inner: problem);
}
