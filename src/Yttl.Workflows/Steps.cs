using Yttl.Core.Audio;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Json;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;

namespace Yttl.Workflows;

/// <summary>Every step there is. Hosts bind each to the class in <c>Yttl.Core</c> that does the work.</summary>
public static class Steps
{
    public static readonly Step<ListRequest, ListOutcome> List =
        new("list", 1, CoreJson.Default.ListRequest, CoreJson.Default.ListOutcome);

    public static readonly Step<ResolveRequest, ResolveOutcome> Resolve =
        new("resolve", 1, CoreJson.Default.ResolveRequest, CoreJson.Default.ResolveOutcome);

    public static readonly Step<CaptionsRequest, CaptionsOutcome> ReadCaptions =
        new("read-captions", 1, CoreJson.Default.CaptionsRequest, CoreJson.Default.CaptionsOutcome);

    public static readonly Step<DecodeRequest, DecodeOutcome> DecodeAudio =
        new("decode-audio", 1, CoreJson.Default.DecodeRequest, CoreJson.Default.DecodeOutcome);

    public static readonly Step<PlanChunksRequest, PlanChunksOutcome> PlanChunks =
        new("plan-chunks", 1, CoreJson.Default.PlanChunksRequest, CoreJson.Default.PlanChunksOutcome);

    public static readonly Step<DetectLanguageRequest, DetectLanguageOutcome> DetectLanguage =
        new("detect-language", 1, CoreJson.Default.DetectLanguageRequest, CoreJson.Default.DetectLanguageOutcome);

    public static readonly Step<TranscribeChunkRequest, ChunkOutcome> TranscribeChunk =
        new("transcribe-chunk", 1, CoreJson.Default.TranscribeChunkRequest, CoreJson.Default.ChunkOutcome);

    public static readonly Step<StitchRequest, StitchOutcome> Stitch =
        new("stitch", 1, CoreJson.Default.StitchRequest, CoreJson.Default.StitchOutcome);

    public static readonly Step<DeleteAudioRequest, DeleteAudioOutcome> DeleteAudio =
        new("delete-audio", 1, CoreJson.Default.DeleteAudioRequest, CoreJson.Default.DeleteAudioOutcome);

    public static readonly Step<SponsorBlockRequest, SponsorBlockOutcome> RemoveSponsors =
        new("remove-sponsors", 1, CoreJson.Default.SponsorBlockRequest, CoreJson.Default.SponsorBlockOutcome);

    public static readonly Step<SectionRequest, SectionOutcome> Section =
        new("section", 1, CoreJson.Default.SectionRequest, CoreJson.Default.SectionOutcome);

    public static readonly Step<SegmentRequest, SummaryOutcome> SummarizeSegment =
        new("summarize-segment", 1, CoreJson.Default.SegmentRequest, CoreJson.Default.SummaryOutcome);

    public static readonly Step<ConsolidationRequest, SummaryOutcome> Consolidate =
        new("consolidate", 1, CoreJson.Default.ConsolidationRequest, CoreJson.Default.SummaryOutcome);

    public static readonly Step<ReportRequest, ReportOutcome> RenderReport =
        new("render-report", 1, CoreJson.Default.ReportRequest, CoreJson.Default.ReportOutcome);
}
