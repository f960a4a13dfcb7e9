#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>
/// What works and what is missing. This is the only call without a key, so it names no address and no path.
/// </summary>
internal sealed class HealthHttp(HealthCheck check)
{
    [Function("Health")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var health = await check.RunAsync(cancellationToken);
        return Wire.From(ApiAnswer.Json(health.Works ? 200 : 503, health, ApiJson.Default.HealthDocument));
    }
}
