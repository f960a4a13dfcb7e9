using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>
/// The addresses of a run, relative to the host. They carry no key: an engine's own management addresses do, and theirs
/// may purge.
/// </summary>
public static class ApiPaths
{
    private const int LongestId = 100;

    public static string Status(RunId id) => $"/api/summaries/{Uri.EscapeDataString(id.Value)}";

    public static string Report(RunId id) => $"{Status(id)}/report";

    /// <summary>Whether this can be the id of a run: no engine is asked about anything else.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '_');
}
