using System.Text.Json;
using System.Text.Json.Serialization;
using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Core.Json;

/// <summary>The JSON of everything that is stored or travels between steps: camelCase, times as seconds, no nulls.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(SecondsConverter), typeof(FiniteNumberConverter)],
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
[JsonSerializable(typeof(AudioSource))]
[JsonSerializable(typeof(AudioTrack))]
[JsonSerializable(typeof(DecodeRequest))]
[JsonSerializable(typeof(DecodeOutcome))]
[JsonSerializable(typeof(DeleteAudioRequest))]
[JsonSerializable(typeof(DeleteAudioOutcome))]
[JsonSerializable(typeof(ChunkPlan))]
[JsonSerializable(typeof(PlanChunksRequest))]
[JsonSerializable(typeof(PlanChunksOutcome))]
[JsonSerializable(typeof(DetectLanguageRequest))]
[JsonSerializable(typeof(DetectLanguageOutcome))]
[JsonSerializable(typeof(ChunkTranscript))]
[JsonSerializable(typeof(TranscribeChunkRequest))]
[JsonSerializable(typeof(ChunkOutcome))]
[JsonSerializable(typeof(StitchRequest))]
[JsonSerializable(typeof(StitchOutcome))]
[JsonSerializable(typeof(SponsorBlockRequest))]
[JsonSerializable(typeof(SponsorBlockOutcome))]
[JsonSerializable(typeof(SectionRequest))]
[JsonSerializable(typeof(SectionOutcome))]
[JsonSerializable(typeof(SegmentRequest))]
[JsonSerializable(typeof(ConsolidationRequest))]
[JsonSerializable(typeof(SummaryOutcome))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportOutcome))]
[JsonSerializable(typeof(IndexRequest))]
[JsonSerializable(typeof(IndexOutcome))]
[JsonSerializable(typeof(Failure))]
public sealed partial class CoreJson : JsonSerializerContext;
