using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yttl.Web.Json;

/// <summary>The JSON that only this server writes and reads.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RunningServer))]
[JsonSerializable(typeof(List<DeviceToken>))]
[JsonSerializable(typeof(QueuedRequest))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(CodeDocument))]
[JsonSerializable(typeof(UploadDocument))]
[JsonSerializable(typeof(RunGoneDocument))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <summary>The body of <c>POST /api/session</c>.</summary>
internal sealed record SessionBody(string Code);

/// <summary>The answer of <c>POST /api/codes</c>: a code for one more session.</summary>
internal sealed record CodeDocument(string Code);

/// <summary>The answer of <c>POST /api/uploads</c>: the file on this machine, to be given as a source.</summary>
internal sealed record UploadDocument(string Source, long Bytes);

/// <summary>The event of a run that was deleted.</summary>
internal sealed record RunGoneDocument(string Id);
