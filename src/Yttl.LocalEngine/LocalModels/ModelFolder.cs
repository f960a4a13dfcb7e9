using Microsoft.Extensions.Logging;
using Yttl.Core.ModelServers;

namespace Yttl.LocalEngine.LocalModels;

/// <summary>The models of a home folder. Downloads missing ones, and logs the progress.</summary>
internal sealed class ModelFolder(string home, Uri downloads, ILogger logger, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = ModelFiles.CreateHttpClient();

    /// <inheritdoc cref="ModelFiles.GetAsync"/>
    public Task<string> GetAsync(string model, ModelFormat format, CancellationToken cancellationToken) =>
        new ModelFiles(Path.Combine(home, "models"), downloads, _http, time)
            .GetAsync(model, format, new DownloadNews(model, logger, time), cancellationToken);

    public void Dispose() => _http.Dispose();
}
