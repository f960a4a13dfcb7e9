using Yttl.Whisper.Audio;
using Yttl.Whisper.Logging;
using Yttl.Whisper.Recognition;

namespace Yttl.Whisper.Http;

/// <summary>
/// Converts exceptions of endpoints into OpenAI's error format; no internal detail reaches the client.
/// </summary>
internal static class Failures
{
    /// <summary>nginx's status for a client that closed the connection; visible in logs only.</summary>
    private const int ClientClosedRequest = 499;

    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.Left(Logger(context));
            if (!context.Response.HasStarted)
                context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerOf(e, context).ExecuteAsync(context);
        }
    }

    private static IResult AnswerOf(Exception e, HttpContext context)
    {
        switch (e)
        {
            case RequestException problem:
                return OpenAiError.BadRequest(problem);
            case AudioException:
                return OpenAiError.BadRequest(new RequestException(e.Message, "file", "invalid_audio"));
            case BadHttpRequestException bad:
                return OpenAiError.BadRequest(
                    new RequestException(bad.Message, null, "invalid_request", bad.StatusCode));
            case RecognitionException:
                Log.Failed(Logger(context), e);
                return OpenAiError.Failed(e.Message, "recognition_failed");
            default:
                Log.Failed(Logger(context), e);
                return OpenAiError.Failed("The server failed: see its log.", "internal");
        }
    }

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Yttl.Whisper.Http");
}
