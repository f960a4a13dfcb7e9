using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Yttl.Workflows.Http;

namespace Yttl.Web.Http;

/// <summary>Sends the answers of the contract.</summary>
internal static class Answers
{
    /// <param name="answer">Gets the token of a caller that has gone.</param>
    public static RequestDelegate By(Func<HttpContext, CancellationToken, Task<ApiAnswer>> answer) =>
        async context => await WriteAsync(context, await answer(context, context.RequestAborted));

    public static async Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        if (answer.Body.Length is 0)
            return;
        response.ContentType = answer.ContentType;
        await response.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Describes an answer of the routing, which has no body: no such address, or no such call of it.</summary>
    public static async Task DescribeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted)
            return;
        if (context.Response.StatusCode is StatusCodes.Status404NotFound)
            await WriteAsync(context, ApiAnswer.Problem(
                404, "There is no such address", "request.unknown", "GET /api/openapi.json lists those there are."));
        else if (context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed)
            await WriteAsync(context, ApiAnswer.Problem(
                405, "The address has no such call", "request.method", $"The address takes {context.Response.Headers.Allow}."));
    }

    /// <summary>Reads a small JSON body.</summary>
    /// <returns>Null where it cannot be read.</returns>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(
                await RequestBody.ReadAsync(context.Request.Body, SummariesApi.LongestBody, context.RequestAborted), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
