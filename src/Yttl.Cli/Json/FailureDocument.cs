using Yttl.Core.Failures;

namespace Yttl.Cli.Json;

/// <summary>What a failed command writes in place of its JSON.</summary>
internal sealed record FailureDocument(string Schema, Failure Failure)
{
    public static FailureDocument From(Failure failure) => new("yttl/failure@1", failure);
}
