using System.Text.Json.Serialization;

namespace Yttl.Web.Specs;

[JsonSerializable(typeof(string))]
internal sealed partial class SpecJson : JsonSerializerContext;
