using System.Text.Json.Serialization;
using Yttl.Core.Processes;

namespace Yttl.Workflows.Http;

/// <summary>
/// What works on a host and what is missing. The document is public, so it holds no address, no path and no key.
/// </summary>
/// <param name="Status">
/// <c>ok</c>; <c>degraded</c> where a tool is missing, so that some runs fail; <c>unhealthy</c> where every run fails.
/// </param>
/// <param name="Storage">Whether the store of runs answers.</param>
/// <param name="Summaries">The provider of summaries.</param>
/// <param name="Speech">The provider of speech recognition; null where none is configured.</param>
public sealed record HealthDocument(
    string Status, bool Storage, string Summaries, string? Speech, IReadOnlyList<ToolDocument> Tools)
{
    private const string Unhealthy = "unhealthy";

    /// <summary>Whether the host does any work at all.</summary>
    [JsonIgnore]
    public bool Works => Status is not Unhealthy;

    /// <summary>
    /// An old tool is a warning. Without yt-dlp or a JavaScript runtime some sites fail, which a restart does not
    /// change. A tool that is there but does not say its version in time is taken for a busy one.
    /// </summary>
    public static HealthDocument From(HostDefaults defaults, IReadOnlyList<ToolCheck> tools, bool storage) => new(
        !storage || tools.Any(tool => tool is { Name: "ffmpeg", IsPresent: false }) ? Unhealthy
            : tools.All(tool => tool.Version is not null) ? "ok"
            : "degraded",
        storage,
        defaults.Options.Summary.Provider,
        defaults.Options.Speech?.Model.Provider,
        [.. tools.Select(tool => new ToolDocument(tool.Name, tool.Version, ProblemOf(tool)))]);

    private static string? ProblemOf(ToolCheck tool) =>
        tool.Version is not null ? tool.Problem : tool.IsPresent ? "does not say its version" : "missing";
}

/// <param name="Problem">Null where the tool works.</param>
public sealed record ToolDocument(string Name, string? Version, string? Problem);
