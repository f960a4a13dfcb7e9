using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Core.Json;

/// <summary>The JSON of everything that is stored or travels between steps: camelCase, times as seconds, no nulls.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Video))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(SegmentText))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(ResolveRequest))]
[JsonSerializable(typeof(ResolveOutcome))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListOutcome))]
[JsonSerializable(typeof(CaptionsRequest))]
[JsonSerializable(typeof(CaptionsOutcome))]
[JsonSerializable(typeof(SponsorBlockRequest))]
[JsonSerializable(typeof(SponsorBlockOutcome))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionOutcome))]
[JsonSerializable(typeof(SegmentRequest))]
[JsonSerializable(typeof(ConsolidationRequest))]
[JsonSerializable(typeof(SummaryOutcome))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportOutcome))]
public sealed partial class CoreJson : JsonSerializerContext;
