using Yttl.Whisper.Running;

namespace Yttl.Whisper.Http;

/// <summary>
/// Returns 200 when the server can transcribe; 503 while the model loads, and permanently where it is unfit.
/// </summary>
internal static class HealthEndpoint
{
    public static IResult Answer(LoadedModel model, ServerOptions options) => model.State switch
    {
        ModelState.Serving serving => Answer(StatusCodes.Status200OK, new HealthDocument("ok", options.ModelId)
        {
            Runtime = serving.Recognizer.Runtime.Library,
            Device = serving.Recognizer.Runtime.Device,
            SystemInfo = serving.Recognizer.Runtime.SystemInfo,
            Processors = serving.Line.Processors,
            Threads = serving.Threads,
            AtWork = serving.Line.AtWork,
            Waiting = serving.Line.Waiting,
        }),
        ModelState.Unfit unfit => Unavailable(new HealthDocument("unhealthy", options.ModelId, unfit.Reason)
        {
            Runtime = unfit.Runtime.Library,
            Device = unfit.Runtime.Device,
        }),
        ModelState.Failed failed => Unavailable(new HealthDocument("failed", options.ModelId, failed.Reason)),
        ModelState.Closing => Unavailable(new HealthDocument("closing", options.ModelId)),
        _ => Unavailable(new HealthDocument("loading", options.ModelId)),
    };

    private static IResult Unavailable(HealthDocument document) =>
        Answer(StatusCodes.Status503ServiceUnavailable, document);

    private static IResult Answer(int status, HealthDocument document) =>
        Results.Json(document, ReadableJson.Types.HealthDocument, statusCode: status);
}
