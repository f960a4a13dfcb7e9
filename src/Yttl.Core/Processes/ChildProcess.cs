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
    public static Process? Open(string path) => Process.Start(
        OperatingSystem.IsWindows()
            ? new ProcessStartInfo(path) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [path])
            {
                // Its output belongs neither on stdout nor on stderr.
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });

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
