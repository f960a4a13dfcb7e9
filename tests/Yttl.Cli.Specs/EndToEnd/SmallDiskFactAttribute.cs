using System.ComponentModel;
using System.Diagnostics;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>A spec with a small disk of its own; it is skipped where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Runs what follows with mounts of its own, which go with it.</summary>
    public static readonly string[] WithItsOwnMounts = ["unshare", "--map-root-user", "--mount"];

    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !CanMount())
            Skip = "needs Linux and the right to mount a small disk (unshare --map-root-user --mount)";
    }

    private static bool CanMount()
    {
        try
        {
            using var process = Process.Start(
                WithItsOwnMounts[0], [.. WithItsOwnMounts[1..], "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]);
            process.WaitForExit();
            return process.ExitCode is 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
