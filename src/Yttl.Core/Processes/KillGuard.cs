using System.IO.Pipes;
using System.Text.RegularExpressions;
using Yttl.Core.Failures;

namespace Yttl.Core.Processes;

/// <summary>
/// Ends a program, and all that it started, when this process ends in any way, even by SIGKILL. On Unix a shell
/// waits at a pipe whose other end only this process holds; on Windows the programs belong to a job
/// (<see cref="KillOnCloseJob"/>).
/// </summary>
internal static partial class KillGuard
{
    /// <summary>
    /// Runs the arguments behind the first two with this shell's stdin, stdout and stderr. The first names the pipe; the
    /// second is what is killed when it ends: 0 for the process group of this shell, blank for the program alone.
    /// The shell stays the parent of the program, so its process id cannot be reused before the kill. It keeps none of
    /// the program's pipes open. (PR_SET_PDEATHSIG acts on the death of a thread and is limited to Linux.)
    /// </summary>
    private const string Script = """
        exec 3<"$1" 4<&0 </dev/null
        group=$2
        shift 2
        trap '' INT
        "$@" <&4 3<&- 4<&- &
        program=$!
        exec 4<&- >/dev/null 2>&1
        { read -r _ <&3; kill -9 "${group:-$program}"; } &
        guard=$!
        wait "$program"
        code=$?
        kill -9 "$guard"
        exit "$code"
        """;

    /// <summary>The name of the shell in its own messages.</summary>
    private const string Name = "yttl-guard";

    private const int NotExecutable = 126;
    private const int NotFound = 127;

    // Never disposed: the system closes it together with this process, and that is the signal.
    private static readonly Lazy<AnonymousPipeServerStream> Life =
        new(() => new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable));

    /// <summary>
    /// What gives the shell a process group of its own, which the children of a program belong to as well: setsid of
    /// util-linux or BusyBox, and perl on macOS.
    /// </summary>
    private static readonly Lazy<IReadOnlyList<string>> Grouping = new(() =>
        ToolPath.Find("setsid") is { } setsid ? [setsid]
        : ToolPath.Find("perl") is { } perl ? [perl, "-e", "setpgrp(0, 0); exec @ARGV"]
        : []);

    /// <summary>Only root drops capabilities, and not in every container.</summary>
    private static readonly string[][] Confinements = [["--bounding-set=-all", "--inh-caps=-all"], []];

    /// <summary>
    /// In a container a program and its children gain no privileges, not even by a set-uid file, and have none of root,
    /// so that they cannot read the variables of this process either. Elsewhere a program may need them: those that snap
    /// installs start by a set-uid file.
    /// </summary>
    private static readonly Lazy<IReadOnlyList<string>> Confinement = new(() =>
        Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is "true" && ToolPath.Find("setpriv") is { } setpriv
            ? Confinements.Select(options => (string[])[setpriv, "--no-new-privs", .. options]).FirstOrDefault(Works) ?? []
            : []);

    /// <summary>Returns the command that runs a program and ends it with this process.</summary>
    public static IReadOnlyList<string> Command(string path, IReadOnlyList<string> arguments) =>
        OperatingSystem.IsWindows()
            ? [path, .. arguments]
            : Command($"/dev/fd/{Life.Value.GetClientHandleAsString()}", path, arguments);

    /// <param name="pipe">Path of a pipe whose end ends the program.</param>
    internal static IReadOnlyList<string> Command(string pipe, string path, IReadOnlyList<string> arguments) =>
    [
        .. Grouping.Value, .. Confinement.Value, "/bin/sh", "-c", Script, Name, pipe,
        Grouping.Value.Count > 0 ? "0" : "", path, .. arguments,
    ];

    private static bool Works(string[] confinement) => ChildProcess.Succeeds([.. confinement, "/bin/sh", "-c", "exit 0"]);

    /// <summary>Returns why the shell could not start the program; null where it could.</summary>
    public static string? FindProblem(int exitCode, string errors) =>
        exitCode is NotExecutable or NotFound && Complaint().Match(errors) is { Success: true } match
            ? match.Groups["reason"].Value
            : null;

    /// <summary>
    /// Refuses a text that does not name its interpreter: a shell would take it for its own, such as a web page that was
    /// saved under the name of a program.
    /// </summary>
    /// <exception cref="YttlException"><c>tool.unusable</c>.</exception>
    public static void Check(string tool, string path)
    {
        if (OperatingSystem.IsWindows() || !IsBareText(path))
            return;
        throw ToolFailures.Unusable(tool, $"{path} is a text, neither a program nor a script that begins with #!");
    }

    /// <summary>A program of any system has a zero byte among its first ones.</summary>
    private static bool IsBareText(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[64];
            var start = head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
            return !start.StartsWith("#!"u8) && !start.Contains((byte)0);
        }
        catch (UnauthorizedAccessException)
        {
            // A program may be executable without being readable.
            return false;
        }
    }

    [GeneratedRegex($@"^{Name}: (line )?[0-9]+: .*: (?<reason>[^:\n]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Complaint();
}
