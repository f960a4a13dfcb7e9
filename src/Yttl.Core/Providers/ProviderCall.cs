using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Measuring;
using Yttl.Core.Providers.Errors;
using Yttl.Core.Providers.Limits;

namespace Yttl.Core.Providers;

/// <summary>
/// Sends to one address of a provider, and remembers for the length of a run (<see cref="CallingRun"/>) what no further
/// call can change: a key that it refused, a model that it does not have, an allowance that is used up for the day.
/// </summary>
/// <param name="observe">Told what the address says it still allows.</param>
internal sealed class ProviderCall(
    ProviderSettings settings, Uri baseUrl, HttpClient http, TimeProvider time, Action<Allowance>? observe = null)
{
    // A model may be added while the process runs, and the end of an allowance may be unknown.
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMinutes(1);

    private readonly string _telemetryName = settings.Row.TelemetryName;
    private volatile FinalFailure? _final;

    public OpenAIClient Client { get; } = ProviderConnection.Open(settings, baseUrl, http);

    public CallFailures Failures { get; } = new(settings);

    /// <param name="post">Sends the request once.</param>
    /// <param name="learns">
    /// Whether the same request, sent as the rejection has just taught, may be taken. Throws the failure where it knows
    /// more about it.
    /// </param>
    /// <param name="inside">Returns the error in an answer of 2xx; null where there is none.</param>
    /// <returns>An answer with a status of 2xx and without an error.</returns>
    /// <exception cref="YttlException">See <see cref="CallFailures"/>.</exception>
    public async Task<PipelineResponse> SendAsync(
        Func<RequestOptions, Task<ClientResult>> post,
        Func<int, ProviderError, Task<bool>> learns,
        CancellationToken cancellationToken,
        Func<PipelineResponse, ProviderError?>? inside = null)
    {
        if (CallingRun.Current?.IsNewTo(this) is true)
            _final = null;
        if (_final is { } final && time.GetUtcNow() < final.Until)
            throw new YttlException(final.Failure);
        while (true)
        {
            var response = await PostAsync(post, cancellationToken);
            var isGood = response.Status is >= 200 and < 300;
            var error = isGood ? inside?.Invoke(response) : ErrorOf(response);
            if (error is null)
                return response;
            // A gateway may answer 200, 400 or 502 where the server behind it says that it has too many calls.
            var status = error.Status is 429 || isGood ? error.Status ?? 500 : response.Status;
            if (!await learns(status, error))
                throw Fail(response, status, error);
        }
    }

    /// <summary>Asks the address for the names of its models.</summary>
    /// <returns>Empty where it does not say.</returns>
    public async Task<IReadOnlyList<string>> ModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await Client.GetOpenAIModelClient().GetModelsAsync(new RequestOptions
            {
                CancellationToken = cancellationToken,
                ErrorOptions = ClientErrorBehaviors.NoThrow,
            });
            var response = result.GetRawResponse();
            return response.Status is 200 ? ModelNames.Read(response.Content.ToMemory()) : [];
        }
        catch (Exception exception) when (exception is ClientResultException or HttpRequestException or IOException
            or AuthenticationFailedException)
        {
            // The failure of the call itself is told; this would only have made it clearer.
            return [];
        }
    }

    /// <summary>Lets every further call fail in the same way for a minute, unsent.</summary>
    public YttlException Remember(YttlException failure)
    {
        _final = new FinalFailure(failure.Failure, time.GetUtcNow() + Meanwhile);
        return failure;
    }

    /// <summary>Counts what a request holds, before it is sent.</summary>
    public void Count(long bytes) =>
        CallTracker.Current?.Sent(_telemetryName, settings.Capability.Operation, settings.Model, bytes);

    public ProviderError ErrorOf(PipelineResponse response) =>
        ProviderError.Read(response.Content.ToMemory(), settings.ApiKey);

    private YttlException Fail(PipelineResponse response, int status, ProviderError error)
    {
        var now = time.GetUtcNow();
        var reset = ProviderHeaders.ResetOf(response, error, now);
        var failure = Failures.From(
            status, error, ProviderHeaders.RetryAfterOf(response, status, error, now), reset);
        if (status is 401 || (status is 400 && failure.Failure.Category is FailureCategory.Authentication))
            _final = new FinalFailure(failure.Failure, DateTimeOffset.MaxValue);
        else if (failure is { Failure.Category: FailureCategory.RateLimit, Transient: false })
            _final = new FinalFailure(failure.Failure, reset ?? now + Meanwhile);
        return failure;
    }

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
            throw ResponseTooLargeException.Find(exception) is { } endless ? Failures.BadOutput($"more than {endless.Most}")
                : ResponseStalledException.Find(exception) is not null ? Failures.Stalled(exception)
                : Failures.Unreachable(exception);
        }
    }

    private sealed record FinalFailure(Failure Failure, DateTimeOffset Until);
}
