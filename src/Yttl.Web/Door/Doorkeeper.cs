using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Yttl.Web.Http;
using Yttl.Web.Json;
using Yttl.Workflows.Http;

namespace Yttl.Web.Door;

/// <summary>
/// Decides who may call. The page has a session, whose cookie counts for reads of this origin alone, and for changes
/// with an exact <c>Origin</c> and the header <see cref="PageHeader"/>: cookies ignore ports, and other ports of this
/// machine are the same site. Programs have a <c>Bearer</c> token.
/// </summary>
/// <param name="key">Of other processes of this user (<see cref="RunningServer.Key"/>).</param>
internal sealed class Doorkeeper(DeviceTokens tokens, string key, bool isLoopback)
{
    /// <summary>A header that a page of another origin cannot send without asking first.</summary>
    public const string PageHeader = "X-Yttl-Page";

    private const string Bearer = "Bearer ";

    private readonly string _keyHash = Secret.HashOf(key);

    /// <summary>Each opens one session.</summary>
    public SecretSet Codes { get; } = new(most: 16);

    public SecretSet Sessions { get; } = new(most: 256);

    public static string CookieName(HttpContext context) => $"yttl_{context.Connection.LocalPort}";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.AddTo(context.Response);
        if (ProblemOf(context) is { } problem)
            await Answers.WriteAsync(context, problem);
        else if (!HttpMethods.IsOptions(context.Request.Method))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private ApiAnswer? ProblemOf(HttpContext context)
    {
        if (!HostNames.Allows(context, isLoopback))
            return ApiAnswer.Problem(
                421, "This server has another name", "door.host",
                "The Host of the request is none of this server's: use the address that it printed.");
        if (!IsClosed(context.Request.Path))
            return null;
        if (context.Request.Path == "/api/session")
            return OriginProblem(context);
        if (context.Request.Path.StartsWithSegments("/api/codes"))
            return TokenOf(context) is { } own && Secret.Matches(own, _keyHash) ? null : NotOwn;
        return HttpMethods.IsOptions(context.Request.Method) ? PreflightProblem(context)
            : TokenOf(context) is { } token ? TokenProblem(context, token)
            : SessionProblem(context);
    }

    /// <summary>The shell of the page has no data; the health says what works, and no more.</summary>
    private static bool IsClosed(PathString path) =>
        (path.StartsWithSegments("/api") || path.StartsWithSegments("/mcp") || path.StartsWithSegments("/openapi.json"))
        && path != "/api/health";

    private ApiAnswer? SessionProblem(HttpContext context)
    {
        var request = context.Request;
        if (request.Cookies[CookieName(context)] is not { } session || !Sessions.Contains(session))
            return NoKey;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return OriginProblem(context);
        return request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none" ? null : Elsewhere;
    }

    private ApiAnswer? TokenProblem(HttpContext context, string token)
    {
        var isOwn = Secret.Matches(token, _keyHash);
        var device = isOwn ? null : tokens.Find(token);
        if (!isOwn && device is null)
            return NoKey;
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length is 0 || origin == OwnOrigin(context))
            return null;
        if (origin != device?.Origin)
            return Elsewhere;
        Admit(context, origin);
        return null;
    }

    /// <summary>A browser asks before an extension's call: the one of a paired origin may be made.</summary>
    private ApiAnswer? PreflightProblem(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length is 0 || !tokens.All().Any(token => token.Origin == origin))
            return Elsewhere;
        Admit(context, origin);
        var headers = context.Response.Headers;
        headers.AccessControlAllowHeaders = "authorization, content-type";
        headers.AccessControlAllowMethods = "GET, POST, DELETE";
        headers["Access-Control-Allow-Private-Network"] = "true";
        return null;
    }

    private static void Admit(HttpContext context, string origin)
    {
        context.Response.Headers.AccessControlAllowOrigin = origin;
        context.Response.Headers.Vary = HeaderNames.Origin;
    }

    private static ApiAnswer? OriginProblem(HttpContext context) =>
        context.Request.Headers.Origin.ToString() == OwnOrigin(context) && context.Request.Headers.ContainsKey(PageHeader)
            ? null
            : Elsewhere;

    private static string OwnOrigin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    private static string? TokenOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header
        && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..].Trim()
            : null;

    private static ApiAnswer NoKey { get; } = ApiAnswer.Problem(
        401,
        "A key is needed",
        "door.key",
        "Open the address that 'yttl serve' prints, or send a token as 'Authorization: Bearer …': 'yttl serve --token NAME' makes one.");

    /// <summary>A session that was opened with a token would outlive the token.</summary>
    private static ApiAnswer NotOwn { get; } = ApiAnswer.Problem(
        403,
        "The call is for 'yttl serve' alone",
        "door.own",
        "Run 'yttl serve' again on that machine: it prints another address of the page.");

    private static ApiAnswer Elsewhere { get; } = ApiAnswer.Problem(
        403, "The request comes from another page", "door.origin", "Only the page of this server, and paired extensions, may send it.");
}
