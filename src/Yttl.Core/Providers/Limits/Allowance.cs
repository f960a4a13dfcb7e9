namespace Yttl.Core.Providers.Limits;

/// <summary>The provider's remaining allowance of requests.</summary>
/// <param name="Remaining">The most requests in flight, at least 0.</param>
/// <param name="Reset">The time until the allowance is full again.</param>
internal readonly record struct Allowance(int Remaining, TimeSpan Reset);
