using Yttl.Core.Processes;

namespace Yttl.Workflows.Http;

/// <summary>
/// What works on a host and what is missing. The document is public, so it holds no address, no path and no key.
/// </summary>
/// <param name="Summaries">The provider of summaries.</param>
/// <param name="Speech">The provider of speech recognition; null where none is configured.</param>
public sealed record HealthDocument(bool Healthy, string Summaries, string? Speech, IReadOnlyList<ToolDocument> Tools)
{
    /// <summary>An old tool is a warning. A missing tool makes the host unhealthy.</summary>
    public static HealthDocument From(HostDefaults defaults, IReadOnlyList<ToolCheck> tools) => new(
        tools.All(tool => tool.Version is not null),
        defaults.Options.Summary.Provider,
        defaults.Options.Speech?.Model.Provider,
        [.. tools.Select(tool => new ToolDocument(tool.Name, tool.Version, tool.Version is null ? "missing" : tool.Problem))]);
}

/// <param name="Problem">Null where the tool works.</param>
public sealed record ToolDocument(string Name, string? Version, string? Problem);
