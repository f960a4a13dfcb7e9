using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>What an activity throws: its message is all that the orchestration ever sees of it.</summary>
internal sealed class StepErrorException(YttlException cause) : Exception(FailureText.Write(cause.Failure, cause.Transient));
