#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yttl.Core.Failures;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>
/// What the scale rules of the model servers read: a server sees the calls that it has, and only the app knows how long
/// they last and how many it makes.
/// </summary>
internal sealed class ModelLoadHttp(BlobModelLoad loads)
{
    [Function("ModelLoad")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "model-load")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            var load = await loads.SumAsync(cancellationToken);
            return Wire.From(ApiAnswer.Json(200, load, ApiJson.Default.ModelLoadDocument));
        }
        catch (YttlException e)
        {
            // No number is no order to scale: the scaler keeps the replicas that there are.
            return Wire.From(ApiAnswer.Problem(503, "The calls cannot be counted", e.Failure.Code, e.Failure.Message));
        }
    }
}
