using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Yttl.Functions.Specs.Http;

/// <summary>What a caller would read off the wire.</summary>
internal sealed record HttpAnswer(int Status, string? Location, string? ContentType, string Body)
{
    public static async Task<HttpAnswer> Of(IResult result)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return new HttpAnswer(
            context.Response.StatusCode,
            context.Response.Headers.Location,
            context.Response.ContentType,
            Encoding.UTF8.GetString(body.ToArray()));
    }
}
