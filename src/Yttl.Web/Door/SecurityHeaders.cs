using Microsoft.AspNetCore.Http;
using Yttl.Web.Home;

namespace Yttl.Web.Door;

/// <summary>What a browser may do with the answers.</summary>
internal static class SecurityHeaders
{
    /// <summary>The page loads its own files alone, and pictures that its style has in it.</summary>
    private const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>
    /// A report is untrusted text: it runs as of no origin, without cookies and storage, and may be framed by the page.
    /// What else it may load, it says itself.
    /// </summary>
    private const string Report = "sandbox allow-scripts allow-popups; frame-ancestors 'self'";

    public static void AddTo(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentSecurityPolicy = Page;
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        response.Headers.Server = PortOwner.ServerHeader;
    }

    /// <summary>
    /// YouTube's player refuses pages that send no referrer (error 153). By the HTML standard, a sandboxed answer that has a
    /// policy of openers is a network error.
    /// </summary>
    public static void ChangeForReport(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Report;
        response.Headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
    }
}
