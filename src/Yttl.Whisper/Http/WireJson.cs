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
internal sealed partial class WireJson : JsonSerializerContext;
