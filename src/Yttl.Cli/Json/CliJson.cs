using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Yttl.Core.Chunking;
using Yttl.Core.Json;
using Yttl.LocalEngine.Search;
using Yttl.Workflows.Http;

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
[JsonSerializable(typeof(VideoPlanDocument))]
[JsonSerializable(typeof(ListPlanDocument))]
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(CheckupDocument))]
[JsonSerializable(typeof(RunsDocument))]
[JsonSerializable(typeof(ChunkStrategy))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Leaves letters of every script unescaped: this JSON never becomes part of HTML.</summary>
    /// <remarks>Made on first use: <see cref="Default"/> may be set after the fields of this file.</remarks>
    public static CliJson Readable => field ??= new CliJson(
        new JsonSerializerOptions(Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new ShownTextConverter() },
        });

    /// <summary>Returns the stable text of a value from the attribute that its JSON is written by.</summary>
    public static string TextOf<T>(T value, JsonTypeInfo<T> type)
        where T : struct, Enum => JsonSerializer.Serialize(value, type).Trim('"');
}
