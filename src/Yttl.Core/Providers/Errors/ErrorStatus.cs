using System.Globalization;

namespace Yttl.Core.Providers.Errors;

/// <summary>
/// The HTTP status that an error means: by number, as OpenRouter and Google write it, or by the words of
/// https://cloud.google.com/apis/design/errors#handling_errors and
/// https://docs.claude.com/en/api/errors.
/// </summary>
internal static class ErrorStatus
{
    public static int? Find(IReadOnlyList<ErrorLeaf> leaves)
    {
        var named = leaves
            .Where(leaf => leaf.Name is "code" or "status" or "statuscode" or "type" or "errortype" or "httpstatus" or "error")
            .Select(leaf => leaf.Text).ToList();
        return named.Select(ByNumber).FirstOrDefault(status => status is not null)
            ?? named.Select(ByWord).FirstOrDefault(status => status is not null);
    }

    private static int? ByNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600
            ? status
            : null;

    private static int? ByWord(string text) => text.ToLowerInvariant() switch
    {
        "invalid_argument" or "failed_precondition" or "invalid_request_error" or "bad_request" => 400,
        "unauthenticated" or "authentication_error" or "invalid_api_key" => 401,
        "billing_error" => 402,
        "permission_denied" or "permission_error" => 403,
        "not_found" or "not_found_error" or "model_not_found" => 404,
        "request_too_large" => 413,
        "resource_exhausted" or "rate_limit_error" or "rate_limit_exceeded" or "too_many_requests" or "insufficient_quota" => 429,
        "internal" or "api_error" or "server_error" or "internal_server_error" => 500,
        "unavailable" or "overloaded" or "service_unavailable" or "engine_overloaded" => 503,
        "deadline_exceeded" or "timeout" or "timeout_error" => 504,
        "overloaded_error" => 529,
        _ => null,
    };
}
