using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Workflows.Memory;

namespace Yttl.LocalEngine.Storage;

/// <summary>
/// JSON of the records that only this engine stores. Nulls are written, so that a missing value is distinct from
/// damage.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RememberedResult))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class LocalJson : JsonSerializerContext;
