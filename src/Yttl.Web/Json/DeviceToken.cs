namespace Yttl.Web.Json;

/// <summary>The key of a program, an extension or another machine.</summary>
/// <param name="Hash">SHA-256 of the token.</param>
public sealed record DeviceToken(string Name, string Hash, DateTimeOffset Created)
{
    /// <summary>The origin of an extension that may use it from a browser; null for programs.</summary>
    public string? Origin { get; init; }
}
