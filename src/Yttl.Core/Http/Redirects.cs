using System.Net;

namespace Yttl.Core.Http;

/// <summary>
/// Reads the targets of redirects. Callers follow them themselves: .NET's handlers would follow one to <c>ftp:</c> and
/// fail on one to <c>file:</c>, and each caller has its own limit and inspects each answer.
/// </summary>
internal static class Redirects
{
    /// <param name="address">The requested address.</param>
    /// <returns>Null where the answer is no redirect, or names no target.</returns>
    public static Uri? TargetOf(HttpResponseMessage answer, Uri address) =>
        answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && answer.Headers.Location is { } location
        && Uri.TryCreate(address, location, out var target)
            ? target
            : null;

    public static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
