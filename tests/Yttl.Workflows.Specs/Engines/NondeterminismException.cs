namespace Yttl.Workflows.Specs.Engines;

/// <summary>Workflow code did something that a replaying engine cannot repeat.</summary>
public sealed class NondeterminismException(string message) : Exception(message);
