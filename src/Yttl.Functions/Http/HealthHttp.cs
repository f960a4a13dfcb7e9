#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yttl.Core.Processes;
using Yttl.Functions.Hosting;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>What works and what is missing. The one call without a key, so it names no address and no path.</summary>
internal sealed class HealthHttp(AppSettings settings, HostDefaults defaults, TimeProvider time)
{
    [Function("Health")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var tools = await new ToolProbe(new ProcessRunner(), settings.Tools, time).CheckAllAsync(cancellationToken);
        var health = HealthDocument.Of(defaults, tools);
        return Wire.Of(ApiAnswer.Json(health.Healthy ? 200 : 503, health, ApiJson.Default.HealthDocument));
    }
}
