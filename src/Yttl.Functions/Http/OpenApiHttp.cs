#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Yttl.Workflows.Http;

namespace Yttl.Functions.Http;

/// <summary>Describes the contract (<see cref="OpenApiDocument"/>). The call needs a key.</summary>
internal static class OpenApiHttp
{
    [Function("OpenApi")]
    public static IResult Show(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "openapi.json")] HttpRequest request) =>
        Wire.From(OpenApiDocument.Answer);
}
