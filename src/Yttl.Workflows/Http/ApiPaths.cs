using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Http;

/// <summary>
/// The addresses of a run, relative to the host. They carry no key. An engine's own management addresses carry one, and
/// those may purge runs.
/// </summary>
public static class ApiPaths
{
    private const int LongestId = 100;

    public static string Status(RunId id) => $"/api/summaries/{Uri.EscapeDataString(id.Value)}";

    public static string Report(RunId id) => $"{Status(id)}/report";

    /// <summary>The folder of what a run has, not encoded: relative addresses are made from it.</summary>
    internal static string Folder(RunId id) => $"/api/summaries/{id}";

    /// <summary>Whether the text can be the id of a run. The engine gets no other text.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '_');
}
