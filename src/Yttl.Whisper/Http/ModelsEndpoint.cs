using Yttl.Whisper.Running;

namespace Yttl.Whisper.Http;

internal static class ModelsEndpoint
{
    public static IResult Answer(ServerOptions options) => Results.Json(
        new ModelListDocument(
            "list", [new ModelDocument(options.ModelId, "model", Created(options.Model), "yttl-whisper")]),
        WireJson.Readable.ModelListDocument);

    private static long Created(string path) =>
        File.Exists(path) ? new DateTimeOffset(File.GetLastWriteTimeUtc(path)).ToUnixTimeSeconds() : 0;
}
