using System.Globalization;

namespace Yttl.Whisper.Http;

/// <summary>
/// Errors in the format that OpenAI's clients read: <c>{ "error": { message, type, param, code } }</c>.
/// </summary>
internal static class OpenAiError
{
    private const string Invalid = "invalid_request_error";
    private const string Server = "server_error";

    public static IResult BadRequest(RequestException problem) =>
        Answer(problem.Status, new ErrorDetail(problem.Message, Invalid, problem.Param, problem.Code));

    public static IResult NotFound() => Answer(
        StatusCodes.Status404NotFound, new ErrorDetail("This address has no endpoint.", Invalid, null, "not_found"));

    public static IResult Failed(string message, string code) =>
        Answer(StatusCodes.Status500InternalServerError, new ErrorDetail(message, Server, null, code));

    /// <param name="retryAfter">Rounded up to seconds; null where a repetition does not help.</param>
    public static IResult Unavailable(HttpContext context, string message, string code, TimeSpan? retryAfter)
    {
        if (retryAfter is { } wait)
            context.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return Answer(StatusCodes.Status503ServiceUnavailable, new ErrorDetail(message, Server, null, code));
    }

    private static IResult Answer(int status, ErrorDetail error) =>
        Results.Json(new ErrorDocument(error), WireJson.Readable.ErrorDocument, statusCode: status);
}
