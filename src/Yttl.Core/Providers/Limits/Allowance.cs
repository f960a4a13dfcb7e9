namespace Yttl.Core.Providers.Limits;

/// <summary>What the provider said is left of its allowance of requests.</summary>
/// <param name="Remaining">Requests, at least 0: no more may be in flight.</param>
/// <param name="Reset">How long until the allowance is full again.</param>
internal readonly record struct Allowance(int Remaining, TimeSpan Reset);
