using System.Globalization;
using System.Net;

namespace Yttl.Core.Providers;

/// <summary>
/// Reads <c>OLLAMA_HOST</c> as Ollama's own client does: scheme, port and path are optional
/// (https://github.com/ollama/ollama/blob/main/envconfig/config.go, <c>Host</c> and <c>ConnectableHost</c>).
/// </summary>
internal static class OllamaAddress
{
    private const string DefaultPort = "11434";

    /// <returns>The address of the OpenAI-compatible API; null where the text is none.</returns>
    public static string? Read(string text)
    {
        var (scheme, rest, port) = Split(text.Trim().Trim('"', '\''));
        if (scheme is not ("http" or "https"))
            return null;
        var slash = rest.IndexOf('/');
        var (authority, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..].TrimEnd('/'));
        // A user in it would be a secret in an address, which messages and reports show.
        if (authority.Contains('@', StringComparison.Ordinal))
            return null;
        var host = authority;
        // An IPv6 address without brackets has no port.
        var colon = IPAddress.TryParse(authority.Trim('[', ']'), out _) ? -1 : authority.LastIndexOf(':');
        if (colon >= 0)
            (host, port) = (authority[..colon], IsPort(authority[(colon + 1)..]) ? authority[(colon + 1)..] : port);
        return $"{scheme}://{Reachable(host)}:{port}{(path.EndsWith("/v1", StringComparison.Ordinal) ? path : path + "/v1")}";
    }

    /// <summary>The port is the scheme's own where a scheme is given.</summary>
    private static (string Scheme, string Authority, string Port) Split(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end < 0)
            return text == "ollama.com" ? ("https", text, "443") : ("http", text, DefaultPort);
        var scheme = text[..end].ToLowerInvariant();
        return (scheme, text[(end + 3)..], scheme is "https" ? "443" : "80");
    }

    /// <summary>A server that listens on every address is called on this machine's own.</summary>
    private static string Reachable(string host)
    {
        var bare = host.Trim('[', ']');
        if (!IPAddress.TryParse(bare, out var address))
            return host.Length == 0 ? "127.0.0.1" : host;
        return address.Equals(IPAddress.Any) ? "127.0.0.1"
            : address.Equals(IPAddress.IPv6Any) ? "[::1]"
            : bare.Contains(':') ? $"[{bare}]"
            : bare;
    }

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue;
}
