using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>Attempts that failed in one way.</summary>
/// <param name="Provider">By the name that the settings give it.</param>
/// <param name="Count">At least 1; an attempt that was repeated with success counts too.</param>
public sealed record CallErrors(string Provider, FailureCategory Category, int Count);
