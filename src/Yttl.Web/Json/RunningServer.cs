namespace Yttl.Web.Json;

/// <summary>Where the server of a home listens.</summary>
/// <param name="Address">With the final slash.</param>
/// <param name="Key">Lets a process of the same user in, until this server ends.</param>
internal sealed record RunningServer(Uri Address, int Process, string Key);
