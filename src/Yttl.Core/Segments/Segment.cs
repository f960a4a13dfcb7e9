using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>About five minutes of a transcript, summarised in one model call.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Cues">Cues that start here, in order; empty where the segment is silent.</param>
internal sealed record Segment(int Index, TimeRange Range, IReadOnlyList<Cue> Cues);

/// <summary>Up to twelve segments, whose summaries are consolidated in one model call.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
internal sealed record Hour(int Index, TimeRange Range, IReadOnlyList<Segment> Segments);
