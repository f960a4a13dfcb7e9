using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>Sends to one address of a provider, and remembers a key that it refused.</summary>
/// <param name="observe">Told what the address says it still allows.</param>
internal sealed class ProviderCall(
    ProviderSettings settings, Uri baseUrl, HttpClient http, TimeProvider time, Action<Allowance>? observe = null)
{
    private readonly string _telemetryName = settings.Row.TelemetryName;
    private volatile YttlException? _keyRefused;

    public OpenAIClient Client { get; } = ProviderConnection.Open(settings, baseUrl, http);

    public CallFailures Failures { get; } = new(settings);

    /// <param name="post">Sends the request once.</param>
    /// <param name="learns">Whether the same request, sent as the rejection has just taught, may be taken.</param>
    /// <returns>An answer with a status of 2xx.</returns>
    /// <exception cref="YttlException">See <see cref="CallFailures"/>.</exception>
    public async Task<PipelineResponse> SendAsync(
        Func<RequestOptions, Task<ClientResult>> post,
        Func<ProviderError, bool> learns,
        CancellationToken cancellationToken)
    {
        if (_keyRefused is { } refused)
            throw new YttlException(refused.Failure.Category, refused.Failure.Code, refused.Failure.Message);
        var response = await PostAsync(post, cancellationToken);
        while (response.Status is 400 or 422 && learns(ErrorOf(response)))
            response = await PostAsync(post, cancellationToken);
        if (response.Status is >= 200 and < 300)
            return response;
        var failure = Failures.From(
            response.Status, ErrorOf(response), ProviderHeaders.RetryAfterOf(response, time.GetUtcNow()));
        if (response.Status == 401)
            _keyRefused = failure;
        throw failure;
    }

    /// <summary>Counts what a request holds, before it is sent.</summary>
    public void Count(long bytes) =>
        CallTracker.Current?.Sent(_telemetryName, settings.Capability.Operation, settings.Model, bytes);

    public ProviderError ErrorOf(PipelineResponse response) =>
        ProviderError.Read(response.Content.ToMemory(), settings.ApiKey);

    private async Task<PipelineResponse> PostAsync(
        Func<RequestOptions, Task<ClientResult>> post, CancellationToken cancellationToken)
    {
        try
        {
            var result = await post(new RequestOptions
            {
                CancellationToken = cancellationToken,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            var response = result.GetRawResponse();
            if (ProviderHeaders.AllowanceOf(response) is { } allowance)
                observe?.Invoke(allowance);
            return response;
        }
        catch (AuthenticationFailedException exception)
        {
            throw Failures.NotSignedIn(exception);
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException)
        {
            throw Failures.Unreachable(exception);
        }
    }
}
