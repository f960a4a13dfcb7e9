using System.Globalization;
using Microsoft.Extensions.Logging;
using Yttl.Core.ModelServers;
using Yttl.LocalEngine.Logging;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>Logs the progress of a download: when it begins, every ten seconds, and when it ends.</summary>
internal sealed class DownloadNews(string model, ILogger logger, TimeProvider time) : IProgress<ModelProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private long? _last;

    /// <summary>Called by one download at a time.</summary>
    public void Report(ModelProgress value)
    {
        if (_last is { } last && time.GetElapsedTime(last) < Pause && value.Done != value.Total)
            return;
        _last = time.GetTimestamp();
        Log.Downloading(logger, model, Text(value));
    }

    private static string Text(ModelProgress progress) => progress.Total is > 0 and var total
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Megabytes(progress.Done):0.#} of {Megabytes(total):0.#} MB ({100.0 * progress.Done / total:0} %)")
        : string.Create(CultureInfo.InvariantCulture, $"{Megabytes(progress.Done):0.#} MB");

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);
}
