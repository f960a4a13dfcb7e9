using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Whisper.Http;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(TextDocument))]
[JsonSerializable(typeof(VerboseDocument))]
[JsonSerializable(typeof(ModelListDocument))]
[JsonSerializable(typeof(ServerHealthDocument))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>
    /// Writes non-ASCII letters without escapes: a third of the size, and safe because the output is not HTML.
    /// </summary>
    /// <remarks>Made on first use: <see cref="Default"/> may be set after the fields of this file.</remarks>
    public static WireJson Readable => field ??= new WireJson(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
