using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Chunking;

namespace Yttl.Cli.Json;

/// <summary>The JSON that commands write on stdout: camelCase, no nulls, readable.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ResultsDocument))]
[JsonSerializable(typeof(ConfigDocument))]
[JsonSerializable(typeof(SuggestionsDocument))]
[JsonSerializable(typeof(FailureDocument))]
[JsonSerializable(typeof(SearchDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(CheckupDocument))]
[JsonSerializable(typeof(RunsDocument))]
[JsonSerializable(typeof(ChunkStrategy))]
internal sealed partial class CliJson : JsonSerializerContext;
