using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Yttl.Core.Failures;

namespace Yttl.Core.Processes;

/// <summary>
/// Starts programs: each gets an argument list, only the variables of its call, and its end with this process
/// (<see cref="KillGuard"/>). Safe for concurrent use.
/// </summary>
public static class ChildProcess
{
    // A handle that a program inherits is open to every program that starts meanwhile.
    private static readonly Lock OneAtATime = new();

    /// <summary>
    /// Opens a file of the user's in the program that the desktop has for it. That program gets all variables, and goes
    /// on after this process.
    /// </summary>
    /// <returns>Null where a program that runs already opens it.</returns>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static Process? Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return Process.Start(new ProcessStartInfo(path) { UseShellExecute = true });
        var program = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        // What the user saves in that program is not private.
        string[] command = ToolPath.Find(program) is null ? [program, path]
            : ["/bin/sh", "-c", "umask \"$1\"; shift; exec \"$@\"", program, FileModes.UserMask, program, path];
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            // Its output belongs neither on stdout nor on stderr.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
    }

    /// <summary>Starts a program with stdin, stdout and stderr redirected.</summary>
    /// <param name="more">Variables in addition to those of the call; null for none.</param>
    /// <exception cref="YttlException"><c>tool.missing</c>, <c>tool.unusable</c>.</exception>
    internal static Process Start(ToolCall call, IReadOnlyDictionary<string, string>? more = null)
    {
        var path = ToolPath.Demand(call.Tool);
        KillGuard.Check(call.Tool, path);
        var command = KillGuard.Command(path, call.Arguments);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
            WorkingDirectory = call.Folder ?? "",
        };
        start.Environment.Clear();
        foreach (var (name, value) in call.Variables.Concat(more ?? new Dictionary<string, string>()))
            start.Environment[name] = value;
        try
        {
            return Start(start, call.Holds);
        }
        catch (Win32Exception cause)
        {
            throw ToolFailures.Unusable(call.Tool, FileReason.Format(cause), cause);
        }
    }

    /// <summary>Runs a command of the system for its exit code.</summary>
    internal static bool Succeeds(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <param name="held">A lock that the program and its children hold until they end; null for none.</param>
    private static Process Start(ProcessStartInfo start, SafeHandle? held)
    {
        lock (OneAtATime)
        {
            // A copy made by dup is inherited, unlike the handle itself. On Windows the job ends the program instead.
            using var inherited = held is null || OperatingSystem.IsWindows()
                ? null
                : new SafeFileHandle(Duplicate((int)held.DangerousGetHandle()), ownsHandle: true);
            var process = Process.Start(start)!;
            if (OperatingSystem.IsWindows())
                KillOnCloseJob.Add(process.Handle);
            return process;
        }
    }

    [DllImport("libc", EntryPoint = "dup", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int handle);
}
