using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Processes;

namespace Yttl.Core.Hardware;

/// <summary>Detects the hardware that this process may use.</summary>
/// <param name="root">Folder that contains <c>/proc</c> and <c>/sys</c>.</param>
public sealed class HardwareProbe(ProcessRunner runner, string root = "/")
{
    private const long Mebibyte = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Never fails: falls back to the runtime's figures and to no GPU.</summary>
    public async Task<HardwareInfo> ReadAsync(CancellationToken cancellationToken)
    {
        return new HardwareInfo(
            Math.Max(1, Math.Min(Environment.ProcessorCount, new ControlGroup(root).Cores() ?? double.MaxValue)),
            FreeMemory.Read(root),
            await ReadGpuAsync(cancellationToken));
    }

    private async Task<GpuInfo?> ReadGpuAsync(CancellationToken cancellationToken)
    {
        string[] arguments = ["--query-gpu=name,memory.total,memory.free", "--format=csv,noheader,nounits"];
        try
        {
            var result = await runner.RunAsync(new ToolCall("nvidia-smi", arguments, Patience), cancellationToken);
            return result.ExitCode is 0 ? BestOf(result.Output) : null;
        }
        catch (YttlException)
        {
            // No NVIDIA driver, or one that does not respond, counts as no GPU.
            return null;
        }
    }

    /// <summary>Returns the GPU with the most free memory. One line per GPU, memory in MiB.</summary>
    internal static GpuInfo? BestOf(string output) =>
        output.Split('\n').Select(Gpu).OfType<GpuInfo>().MaxBy(gpu => gpu.FreeMemory);

    private static GpuInfo? Gpu(string line) =>
        line.Split(',', StringSplitOptions.TrimEntries) is [var name, var total, var free]
        && long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var totalSize)
        && long.TryParse(free, NumberStyles.None, CultureInfo.InvariantCulture, out var freeSize)
            ? new GpuInfo(name, totalSize * Mebibyte, freeSize * Mebibyte)
            : null;
}
