namespace Yttl.Core.Processes;

/// <summary>What is known of one program on this machine.</summary>
/// <param name="Name">The program, or what it is for: <c>ffmpeg</c>, <c>JavaScript runtime</c>.</param>
/// <param name="Version">Null when it is missing or does not say.</param>
/// <param name="Path">Where it was found; null when it is missing.</param>
/// <param name="Problem">What is wrong, in one line; null when nothing is.</param>
/// <param name="Remedy">The command or step that puts it right; set exactly when <paramref name="Problem"/> is.</param>
public sealed record ToolCheck(string Name, string? Version, string? Path, string? Problem, string? Remedy)
{
    public bool IsPresent => Path is not null;
}
