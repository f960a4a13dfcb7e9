using Yttl.Core.Failures;

namespace Yttl.Cli.Json;

/// <summary>What a command writes in place of the JSON it was asked for, where it failed.</summary>
internal sealed record FailureDocument(string Schema, Failure Failure)
{
    public static FailureDocument From(Failure failure) => new("yttl/failure@1", failure);
}
