using System.Security.Cryptography;
using Yttl.Core.Failures;

namespace Yttl.Core.ModelServers;

/// <summary>
/// Downloads a model into a temporary file and resumes an earlier download as long as the server has the same content.
/// Reconnects when the connection breaks or stalls; fails after three connections in a row without new data.
/// </summary>
internal sealed class ModelDownload(HttpClient http, Uri url, string part, ModelFormat format, TimeProvider time)
{
    /// <summary>Time without data after which a connection counts as stalled.</summary>
    internal static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(30);

    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Maximum number of connections in a row without new data.</summary>
    private const int MostFruitless = 3;

    private readonly ModelConnection _connection = new(http, url, part);

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public async Task RunAsync(IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
    {
        var checksum = await FetchAsync(progress, cancellationToken);
        if (checksum is not null && await HashAsync(cancellationToken) != checksum)
        {
            _connection.Forget();
            throw ModelFileFailures.Checksum(url);
        }

        CheckFormat();
    }

    /// <summary>
    /// Moves the finished download to its place. Until then it can be resumed, even after this process ends.
    /// </summary>
    /// <exception cref="IOException">It cannot be moved there.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be moved there.</exception>
    public void MoveTo(string target)
    {
        File.Move(part, target);
        _connection.Forget();
    }

    /// <returns>The SHA-256 that the server states; null where it states none.</returns>
    private async Task<string?> FetchAsync(IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
    {
        var most = _connection.Done;
        for (var fruitless = 0; ;)
        {
            try
            {
                return await ConnectAsync(progress, cancellationToken);
            }
            catch (YttlException lost) when (lost.Transient)
            {
                fruitless = _connection.Done > most ? 0 : fruitless + 1;
                most = Math.Max(most, _connection.Done);
                if (fruitless == MostFruitless)
                    throw;
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task<string?> ConnectAsync(IProgress<ModelProgress>? progress, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(MostSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            return await _connection.FetchAsync(progress, onData: () => silence.CancelAfter(MostSilence), either.Token);
        }
        catch (HttpRequestException e)
        {
            throw ModelFileFailures.Broken(url, e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFileFailures.Silent(url, MostSilence);
        }
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(part);
        return Convert.ToHexString(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private void CheckFormat()
    {
        try
        {
            format.Check(part, url.AbsoluteUri);
        }
        catch (YttlException)
        {
            _connection.Forget();
            throw;
        }
    }
}
