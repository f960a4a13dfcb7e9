using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.Cli.Doctor;

/// <summary>Checks that runs can be stored.</summary>
internal static class HomeFolder
{
    private const string Name = "home folder";

    /// <summary>In bytes. Below this, a long run may fill the disk.</summary>
    private const long Scarce = 1L << 30;

    public static DoctorResult Check(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".write-test-{Environment.ProcessId}");
            using (File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose))
                return Free(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DoctorResult(
                Name, Health.Missing, $"{path} cannot be written: {FileReason.Format(e)}", "set YTTL_HOME to a folder of yours",
                IsRequired: true);
        }
    }

    private static DoctorResult Free(string path)
    {
        var free = new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{path}, {free / (double)(1 << 30):0.0} GB free");
        return free < Scarce
            ? new DoctorResult(Name, Health.Low, detail, "make room, or set YTTL_HOME to a larger disk")
            : new DoctorResult(Name, Health.Ok, detail, null);
    }
}
