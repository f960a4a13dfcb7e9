using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yttl.Web.Door;
using Yttl.Web.Http;
using Yttl.Web.Json;
using Yttl.Workflows.Http;

namespace Yttl.Web.Endpoints;

/// <summary>Opens sessions of the page.</summary>
internal sealed class SessionEndpoints(Doorkeeper door)
{
    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/session", OpenAsync);
        routes.MapPost("/api/codes", context => Answers.WriteAsync(context, ApiAnswer.Json(
            201, new CodeDocument(door.Codes.Issue()), WebJson.Default.CodeDocument)));
    }

    private async Task OpenAsync(HttpContext context)
    {
        if (await Answers.ReadAsync(context, WebJson.Default.SessionBody) is not { Code: { } code } || !door.Codes.TryTake(code))
        {
            await Answers.WriteAsync(context, ApiAnswer.Problem(
                401,
                "The code opens nothing",
                "session.code",
                "The code was used already, or is of an earlier start: run 'yttl serve' again, which prints another address."));
            return;
        }

        context.Response.Cookies.Append(Doorkeeper.CookieName(context), door.Sessions.Issue(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
            IsEssential = true,
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
