using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yttl.Whisper.Http;

internal static class ReadableJson
{
    /// <summary>
    /// Writes non-ASCII letters without escapes: a third of the size, and safe because the output is not HTML.
    /// </summary>
    public static readonly WireJson Types = new(
        new JsonSerializerOptions(WireJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
