using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Json;
using Yttl.Core.Measuring;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Runs;

/// <summary>The JSON of the input, progress and results of runs: camelCase, times as seconds, no nulls.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunInput))]
[JsonSerializable(typeof(VideoResult))]
[JsonSerializable(typeof(PlaylistResult))]
[JsonSerializable(typeof(ListPage))]
[JsonSerializable(typeof(ListPageResult))]
[JsonSerializable(typeof(VideoResults))]
[JsonSerializable(typeof(VideoResultsWritten))]
[JsonSerializable(typeof(RunProgress))]
[JsonSerializable(typeof(CarriedFailure))]
[JsonSerializable(typeof(RememberedResult))]
[JsonSerializable(typeof(IReadOnlyList<DelayRecord>))]
public sealed partial class RunsJson : JsonSerializerContext;
