using System.Diagnostics;
using Yttl.Whisper.Running;

namespace Yttl.Whisper.Http;

/// <summary>
/// Returns 200 when the server can transcribe; 503 while the model loads, and permanently where it is unfit.
/// </summary>
internal static class HealthEndpoint
{
    public static IResult Answer(LoadedModel model, ServerOptions options) => model.State switch
    {
        ModelState.Serving serving => Answer(StatusCodes.Status200OK, new ServerHealthDocument("ok", options.ModelId)
        {
            Runtime = serving.Recognizer.Runtime.Library,
            Device = serving.Recognizer.Runtime.Device,
            SystemInfo = serving.Recognizer.Runtime.SystemInfo,
            Processors = serving.Line.Processors,
            Threads = serving.Threads,
            AtWork = serving.Line.AtWork,
            Waiting = serving.Line.Waiting,
        }),
        ModelState.Unavailable state => Answer(
            StatusCodes.Status503ServiceUnavailable,
            new ServerHealthDocument(state.Status, options.ModelId, state.Reason)
            {
                Runtime = state.Runtime?.Library,
                Device = state.Runtime?.Device,
            }),
        var other => throw new UnreachableException(other.ToString()),
    };

    private static IResult Answer(int status, ServerHealthDocument document) =>
        Results.Json(document, WireJson.Readable.ServerHealthDocument, statusCode: status);
}
