using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;

namespace Yttl.Core.Speech.Steps;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChunkTranscript))]
[JsonSerializable(typeof(DetectLanguageRequest))]
[JsonSerializable(typeof(DetectLanguageOutcome))]
[JsonSerializable(typeof(TranscribeChunkRequest))]
[JsonSerializable(typeof(ChunkOutcome))]
[JsonSerializable(typeof(StitchRequest))]
[JsonSerializable(typeof(StitchOutcome))]
public sealed partial class SpeechJson : JsonSerializerContext;
