using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Yttl.Core.Processes;

/// <summary>
/// A job of Windows that ends its programs, and what they start, when its last handle closes: when this process ends, in
/// any way (https://learn.microsoft.com/windows/win32/procthread/job-objects).
/// </summary>
[SupportedOSPlatform("windows")]
internal static class KillOnCloseJob
{
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;

    // Never closed: the system closes it together with this process.
    private static readonly Lazy<nint> Job = new(Create);

    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public static void Add(nint process)
    {
        if (!AssignProcessToJobObject(Job.Value, process))
            throw new Win32Exception();
    }

    private static nint Create()
    {
        var job = CreateJobObject(0, null);
        var limits = new Limits { Flags = KillOnClose };
        if (job == 0 || !SetInformationJobObject(job, ExtendedLimits, ref limits, (uint)Marshal.SizeOf<Limits>()))
            throw new Win32Exception();
        return job;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Limits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint LeastWorkingSet;
        public nuint MostWorkingSet;
        public uint MostProcesses;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }

    [DllImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true, CharSet = CharSet.Unicode)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateJobObject(nint attributes, string? name);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetInformationJobObject(nint job, int kind, ref Limits limits, uint size);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool AssignProcessToJobObject(nint job, nint process);
}
