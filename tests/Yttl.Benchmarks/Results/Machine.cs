using System.Runtime.InteropServices;

namespace Yttl.Benchmarks.Results;

/// <summary>Where and when figures were taken.</summary>
/// <param name="Cpu">The model, as the system names it.</param>
/// <param name="Memory">In bytes.</param>
/// <param name="Load">
/// Tasks that ran or waited for a core over the last minute, before anything was measured; null where the system does
/// not say.
/// </param>
internal sealed record Machine(
    DateTimeOffset Date, string Cpu, int Cores, long Memory, string System, string Runtime, double? Load)
{
    public static Machine Read(TimeProvider time) => new(
        time.GetUtcNow(),
        Linux("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        (Linux("/etc/os-release", "PRETTY_NAME") ?? RuntimeInformation.OSDescription).Trim('"'),
        RuntimeInformation.FrameworkDescription,
        LoadNow());

    /// <summary>The first value of that name, in a file of <c>name: value</c> or <c>name=value</c> lines.</summary>
    private static string? Linux(string file, string name) => !File.Exists(file) ? null : File.ReadLines(file)
        .Where(line => line.StartsWith(name, StringComparison.Ordinal))
        .Select(line => line[(line.IndexOfAny([':', '=']) + 1)..].Trim())
        .FirstOrDefault();

    private static double? LoadNow() => !File.Exists("/proc/loadavg") ? null : double.Parse(
        File.ReadAllText("/proc/loadavg").Split(' ')[0], global::System.Globalization.CultureInfo.InvariantCulture);
}
