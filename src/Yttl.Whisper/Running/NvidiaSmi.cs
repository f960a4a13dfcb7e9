using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Yttl.Whisper.Running;

/// <summary>
/// Runs the driver's <c>nvidia-smi</c>, which NVIDIA's container runtime adds to every GPU container.
/// </summary>
internal static class NvidiaSmi
{
    /// <summary>Time limit: with a broken driver the tool may hang; the memory is then unknown.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>All variables that it gets: none that may be a key.</summary>
    private static readonly string[] Passed =
        ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "NVIDIA_VISIBLE_DEVICES", "CUDA_VISIBLE_DEVICES", "SystemRoot"];

    /// <returns>Free bytes on the first GPU; null where they are unknown.</returns>
    public static async Task<long?> FreeMemoryAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var start = new ProcessStartInfo("nvidia-smi", ["--query-gpu=memory.free", "--format=csv,noheader,nounits"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Except(Passed, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        try
        {
            using var process = Process.Start(start)!;
            await using var end = limit.Token.Register(process.Kill);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return Parse(output);
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <param name="output">Output with one line per GPU, in MiB.</param>
    public static long? Parse(string output) =>
        long.TryParse(output.Split('\n')[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var mebibytes)
            ? mebibytes * 1024 * 1024
            : null;
}
