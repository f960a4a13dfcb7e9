using Yttl.Core.Failures;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Engine;

/// <summary>The exception of an activity. Its message is all that the orchestration receives.</summary>
internal sealed class StepErrorException(YttlException cause) : Exception(new CarriedFailure(cause.Failure, cause.Transient).ToText());
