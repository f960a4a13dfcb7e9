using System.Text;
using Yttl.Cli.Failures;
using Yttl.Cli.Terminal;
using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Reports;
using Yttl.Core.Settings;
using Yttl.Workflows.Runs;

namespace Yttl.Cli.Runs;

/// <summary><c>--performance-report [FILE]</c>: writes after the runs where the time of each went.</summary>
/// <param name="place">Null: no report is written.</param>
internal sealed class PerformanceReport(string? place, IArtifactStore artifacts, CliContext surroundings)
{
    /// <summary>Refuses before the runs a file that could not be written after them.</summary>
    /// <exception cref="UsageException">
    /// The folder of the file does not exist, or the file is itself a folder.
    /// </exception>
    public static void Check(string? place)
    {
        if (place is null or PerformanceSettingTable.ToError)
            return;
        var problem = Directory.Exists(place) ? "it is a folder"
            : Path.GetDirectoryName(Path.GetFullPath(place)) is { } folder && !Directory.Exists(folder)
                ? $"there is no folder {folder}"
            : null;
        if (problem is not null)
            throw new UsageException($"{Unwritable(place)}: {problem}");
    }

    /// <exception cref="YttlException"><c>performance.write</c>: the file cannot be written.</exception>
    public async Task WriteAsync(IEnumerable<VideoResult> results, CancellationToken cancellationToken)
    {
        if (place is null)
            return;
        var plain = new StringBuilder();
        foreach (var result in results)
        {
            if (await MeasuredAsync(result, cancellationToken) is not { } measured)
                continue;
            var title = result.Title ?? result.Source;
            if (place == PerformanceSettingTable.ToError && surroundings.ErrorIsScreen)
                PerformanceText.Write(Consoles.OfError(surroundings), title, measured);
            else
                plain.Append(PerformanceText.Plain(title, measured));
        }

        if (place != PerformanceSettingTable.ToError)
            await SaveAsync(plain.ToString(), cancellationToken);
        else
            await surroundings.Error.WriteAsync(plain.ToString());
    }

    private async Task<ReportPerformance?> MeasuredAsync(VideoResult result, CancellationToken cancellationToken) =>
        result.Report is { } report
            ? (await artifacts.ReadJsonAsync(report, ReportsJson.Default.Report, cancellationToken)).Performance
            : null;

    private async Task SaveAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = !File.Exists(place);
            await File.WriteAllTextAsync(place!, text, cancellationToken);
            if (isNew)
                FileModes.Share(place!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new YttlException(
                FailureCategory.Processing, "performance.write",
                $"{Unwritable(place!)}: {FileReason.Format(problem, place)}", inner: problem);
        }
    }

    private static string Unwritable(string place) =>
        $"the performance report cannot be written to '{place}'";
}
