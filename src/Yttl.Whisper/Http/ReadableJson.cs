using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yttl.Whisper.Http;

internal static class ReadableJson
{
    /// <summary>Writes letters of every script as they are: a third of the bytes, and nothing here is HTML.</summary>
    public static readonly WireJson Types = new(
        new JsonSerializerOptions(WireJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
