using Yttl.Core.Captions;
using Yttl.Core.Time;

namespace Yttl.Core.Segments;

/// <summary>About five minutes of a transcript, which one model call summarises.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
/// <param name="Cues">The cues that start here, in order; empty where nothing is said.</param>
internal sealed record Segment(int Index, TimeRange Range, IReadOnlyList<Cue> Cues);

/// <summary>Up to twelve segments, whose summaries one model call consolidates.</summary>
/// <param name="Index">Counts through the whole video, from 0.</param>
internal sealed record Hour(int Index, TimeRange Range, IReadOnlyList<Segment> Segments);
