using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Core.Reports;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(TranscriptDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
