using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Yttl.TestKit.Http;

/// <summary>
/// Bodies that a server sends until its caller has had enough, or 256 MB: enough to tell a caller that has no limit.
/// </summary>
public static class Endless
{
    private const int Blocks = 4096;

    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    public static Task SendAsync(HttpContext context) => WriteAsync(context, context.Response.Body);

    /// <summary>A thousand bytes in one.</summary>
    public static async Task SendCompressedAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var body = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteAsync(context, body);
    }

    private static async Task WriteAsync(HttpContext context, Stream body)
    {
        context.Response.ContentType = "application/json";
        try
        {
            for (var block = 0; block < Blocks; block++)
                await body.WriteAsync(Blanks, context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller has had enough.
        }
    }
}
