using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yttl.Functions.Logging;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Hosting;

/// <summary>
/// Writes the calls that this instance makes to model servers of its own, every few seconds while there are any. A write
/// that fails is logged and made again with the next numbers.
/// </summary>
internal sealed class ModelLoadReporter(
    ModelClients models, BlobModelLoad loads, TimeProvider time, ILogger<ModelLoadReporter> logger) : BackgroundService
{
    /// <summary>A call counts this long after it began at the latest.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private bool _isWritten;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await ReportAsync(ModelLoadDocument.None, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (models.HasServersOnDemand)
        {
            await Task.Delay(Interval, time, stoppingToken);
            await ReportAsync(models.Load(), stoppingToken);
        }
    }

    private async Task ReportAsync(ModelLoadDocument load, CancellationToken cancellationToken)
    {
        try
        {
            if (load != ModelLoadDocument.None)
            {
                _isWritten = true;
                await loads.WriteAsync(load, cancellationToken);
            }
            else if (_isWritten)
            {
                await loads.DeleteAsync(cancellationToken);
                _isWritten = false;
            }
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // Thrown from here, it would end the worker with all the activities in it.
            Log.LoadNotWritten(logger, (problem as RequestFailedException)?.ErrorCode ?? problem.Message);
        }
    }
}
