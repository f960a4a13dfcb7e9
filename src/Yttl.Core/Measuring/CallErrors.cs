using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>The failed attempts of one provider and category.</summary>
/// <param name="Provider">The provider's name in the settings.</param>
/// <param name="Count">At least 1. An attempt that was repeated with success counts too.</param>
public sealed record CallErrors(string Provider, FailureCategory Category, int Count);
