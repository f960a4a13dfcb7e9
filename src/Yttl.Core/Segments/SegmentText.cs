using Yttl.Core.Captions;
using Yttl.Core.Languages;

namespace Yttl.Core.Segments;

/// <summary>The cues of one segment, with the transcript's language.</summary>
public sealed record SegmentText(TimeSpan Start, TimeSpan End, LanguageTag? Language, IReadOnlyList<Cue> Cues);
