using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Yttl.Whisper.Running;

/// <summary>Asks the driver's own tool, which NVIDIA's container runtime puts into every GPU container.</summary>
internal sealed class NvidiaSmi : IGpuMemory
{
    public async Task<long?> FreeAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("nvidia-smi", ["--query-gpu=memory.free", "--format=csv,noheader,nounits"])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return Parse(output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <param name="output">One line per GPU, in MiB.</param>
    public static long? Parse(string output) =>
        long.TryParse(output.Split('\n')[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var mebibytes)
            ? mebibytes * 1024 * 1024
            : null;
}
