using System.Net;

namespace Yttl.Core.Http;

/// <summary>
/// Where answers lead. They are followed by hand: .NET's handlers would follow one to <c>ftp:</c> and fail on one to
/// <c>file:</c>, and each caller has its own limit and looks at the answers on the way.
/// </summary>
internal static class Redirects
{
    /// <param name="address">What was asked.</param>
    /// <returns>Null where the answer is no redirect, or does not say where to.</returns>
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
