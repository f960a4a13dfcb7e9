namespace Yttl.Core.Processes;

/// <summary>The check result of one program on this machine.</summary>
/// <param name="Name">Name of the program, or its purpose: <c>ffmpeg</c>, <c>JavaScript runtime</c>.</param>
/// <param name="Version">Version; null where the program is missing or does not print it.</param>
/// <param name="Path">Path; null where the program is missing.</param>
/// <param name="Problem">Problem, in one line; null for none.</param>
/// <param name="Remedy">Command or step that solves it; set exactly when <paramref name="Problem"/> is.</param>
public sealed record ToolCheck(string Name, string? Version, string? Path, string? Problem, string? Remedy)
{
    public bool IsPresent => Path is not null;
}
