using Yttl.Core.Processes;

namespace Yttl.Workflows.Http;

/// <summary>What of a host works and what is missing, for anybody: no address, no path, no key.</summary>
/// <param name="Summaries">Who writes them.</param>
/// <param name="Speech">Who recognises speech; null where nobody does.</param>
public sealed record HealthDocument(bool Healthy, string Summaries, string? Speech, IReadOnlyList<ToolDocument> Tools)
{
    /// <summary>An old tool is a warning; one that is not there is not.</summary>
    public static HealthDocument From(HostDefaults defaults, IReadOnlyList<ToolCheck> tools) => new(
        tools.All(tool => tool.Version is not null),
        defaults.Options.Summary.Provider,
        defaults.Options.Speech?.Model.Provider,
        [.. tools.Select(tool => new ToolDocument(tool.Name, tool.Version, tool.Version is null ? "missing" : tool.Problem))]);
}

/// <param name="Problem">Null where all is well.</param>
public sealed record ToolDocument(string Name, string? Version, string? Problem);
